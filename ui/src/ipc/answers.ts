import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
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

/** Asks the core to do something. */
export function useCommand<C extends Name>(
  name: C,
): UseMutationResult<Commands[C][1], CallFailure, Commands[C][0]> {
  return useMutation<Commands[C][1], CallFailure, Commands[C][0]>({
    mutationFn: (request) => call(name, request),
  });
}
