import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { faults } from "../faults";
import { StatusProvider, useAnnounce } from "./status";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Work({ undo }: { undo?: () => void }) {
  const announce = useAnnounce();
  return (
    <>
      <button type="button" onClick={() => announce("Contact bewaard", { undo })}>
        Bewaar
      </button>
      <input aria-label="Tekst" />
    </>
  );
}

function open(undo?: () => void) {
  render(
    <StatusProvider>
      <Work undo={undo} />
    </StatusProvider>,
  );
  const save = screen.getByRole("button", { name: "Bewaar" });
  save.focus();
  fireEvent.click(save);
  return save;
}

const button = () => screen.queryByRole("button", { name: "Ongedaan maken" });
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

test("what can be undone offers it for ten seconds, and says so to screen readers", () => {
  open(() => {});
  expect(screen.getByRole("status").textContent).toContain("Contact bewaard");
  expect(button()).toBeTruthy();
  wait(9_900);
  expect(button()).toBeTruthy();
  wait(200);
  expect(screen.getByRole("status").textContent).toBe("");
});

test("undo happens once, and the focus goes back to where it was", () => {
  const undo = vi.fn();
  const save = open(undo);
  act(() => button()?.focus());
  fireEvent.click(button() as HTMLElement);
  expect(undo).toHaveBeenCalledTimes(1);
  expect(button()).toBeNull();
  expect(document.activeElement).toBe(save);
  fireEvent.keyDown(save, { key: "z", ctrlKey: true });
  expect(undo).toHaveBeenCalledTimes(1);
});

test("the time stands still while somebody is at it", () => {
  open(() => {});
  act(() => button()?.focus());
  wait(60_000);
  expect(button()).toBeTruthy();
  act(() => button()?.blur());
  wait(10_100);
  expect(button()).toBeNull();
});

test("Ctrl+Z undoes it, but in a text it takes back typing", () => {
  const undo = vi.fn();
  const save = open(undo);
  fireEvent.keyDown(screen.getByLabelText("Tekst"), { key: "z", ctrlKey: true });
  expect(undo).not.toHaveBeenCalled();
  fireEvent.keyDown(save, { key: "z", ctrlKey: true });
  expect(undo).toHaveBeenCalledTimes(1);
});

test("plain words go after five seconds", async () => {
  open();
  expect(button()).toBeNull();
  wait(5_100);
  expect(screen.getByRole("status").textContent).toBe("");
  vi.useRealTimers();
  expect(await faults()).toEqual([]);
});
