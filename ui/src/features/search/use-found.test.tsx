import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { newAnswers } from "../../ipc/answers";
import { FakeCore, installFake } from "../../ipc/fake";
import type { Search } from "../../ipc/generated/Search";
import { everything } from "../../kit/hits";
import { useFound } from "./use-found";

const question = (query: string): Search => ({ query, filters: everything, limit: 100 });

test("what was typed while a question was on its way is not asked; the newest is", async () => {
  const core = new FakeCore();
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  core.answer = (_, request) => {
    asked.push((request as Search).query);
    return new Promise((done) => waiting.push(() => done({ hits: [], total: asked.length, more: false })));
  };
  installFake(core);
  const answers = newAnswers();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={answers}>{children}</QueryClientProvider>
  );
  const { rerender, result } = renderHook(({ wanted }) => useFound(wanted), {
    wrapper,
    initialProps: { wanted: question("s") },
  });
  await waitFor(() => expect(asked).toEqual(["s"]));
  rerender({ wanted: question("sc") });
  rerender({ wanted: question("sch") });
  expect(asked).toEqual(["s"]);
  await act(async () => waiting.shift()?.());
  await waitFor(() => expect(asked).toEqual(["s", "sch"]));
  // Until the answer is there, the former one stays.
  expect(result.current.found.data?.total).toBe(1);
  await act(async () => waiting.shift()?.());
  await waitFor(() => expect(result.current.found.data?.total).toBe(2));
});
