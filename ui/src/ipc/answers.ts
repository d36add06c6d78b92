import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "./call";
import type { CallFailure } from "./failure";
import type { Commands } from "./generated/commands";

type Name = keyof Commands;

/** One cache for the window. Answers stay fresh until the core announces a change. */
export function newAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/** The key under which an answer is kept: the command's name and its request. */
export function answerKey<C extends Name>(name: C, request: Commands[C][0]): [C, Commands[C][0]] {
  return [name, request];
}

/** Reads from the core and keeps the answer current. `keep` shows the former answer while a new one is on its way. */
export function useAnswer<C extends Name>(
  name: C,
  request: Commands[C][0],
  options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<Commands[C][1], CallFailure> {
  return useQuery<Commands[C][1], CallFailure>({
    queryKey: answerKey(name, request),
    queryFn: () => call(name, request),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

const firstStretch = 50;
const furtherStretch = 200;

/**
 * Reads a timeline from the newest back, a stretch at a time; what was read stays current as a whole.
 * A stretch begins before the oldest moment of the one above it.
 */
function useStretches<C extends "read_case" | "read_street" | "read_person">(
  name: C,
  key: object,
  read: (limit: number, before: number | null) => Promise<Commands[C][1]>,
) {
  return useInfiniteQuery<
    Commands[C][1],
    CallFailure,
    { pages: Commands[C][1][] },
    [C, object],
    number | null
  >({
    queryKey: [name, key],
    queryFn: ({ pageParam }) => read(pageParam === null ? firstStretch : furtherStretch, pageParam),
    initialPageParam: null,
    getNextPageParam: ({ more, timeline }) => (more ? timeline.at(-1)?.at : undefined),
  });
}

/** A case file: the first stretch says how the case is now, all of them make its timeline. */
export function useCaseFile(caseId: string) {
  return useStretches("read_case", { caseId }, (limit, before) =>
    call("read_case", { caseId, limit, before }),
  );
}

/** The timeline of contact moments without a case. */
export function useStreet() {
  return useStretches("read_street", {}, (limit, before) => call("read_street", { limit, before }));
}

/** A person without a case: the first stretch says how the person is now, all of them make the timeline. */
export function usePersonFile(personId: string) {
  return useStretches("read_person", { personId }, (limit, before) =>
    call("read_person", { personId, limit, before }),
  );
}

/** A command, with the state of its last call. */
export type Command<C extends Name> = UseMutationResult<Commands[C][1], CallFailure, Commands[C][0]> & {
  /**
   * Does it and answers, or null when it failed or when the former call is still on its way: so that a
   * key held down writes once. Unlike the callbacks of `mutate` it also ends when the form is gone.
   */
  run: (request: Commands[C][0]) => Promise<Commands[C][1] | null>;
};

/** Asks the core to do something. */
export function useCommand<C extends Name>(name: C): Command<C> {
  const isBusy = useRef(false);
  const mutation = useMutation<Commands[C][1], CallFailure, Commands[C][0]>({
    mutationFn: (request) => call(name, request),
  });
  const run = async (request: Commands[C][0]) => {
    if (isBusy.current) return null;
    isBusy.current = true;
    try {
      return await mutation.mutateAsync(request);
    } catch {
      // The failure stands in `error`, where the form shows it.
      return null;
    } finally {
      isBusy.current = false;
    }
  };
  return { ...mutation, run };
}
