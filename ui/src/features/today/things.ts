import type { AddedItem } from "../../ipc/generated/AddedItem";
import type { DifferingItem } from "../../ipc/generated/DifferingItem";

/** A thing that Today names and that can be opened where it lies. */
export type Thing = AddedItem | DifferingItem;

/** Opens a thing; none when there is no screen for it. */
export type OpenThing = (thing: Thing) => (() => void) | null;
