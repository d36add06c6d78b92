import type { Failure } from "./generated/Failure";

/** What `call` rejects with: the core's own failure, or "unexpected" when something else broke. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    // Only the code: an error's message may end in a console, so it carries no content.
    super(failure.code);
    this.name = "CallFailure";
    this.failure = failure;
  }
}

function isFailure(thrown: unknown): thrown is Failure {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    typeof (thrown as Failure).code === "string" &&
    typeof (thrown as Failure).incident === "string"
  );
}

/** Turns whatever was thrown into a failure that the interface has words for. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof CallFailure) return thrown.failure;
  if (isFailure(thrown)) return thrown;
  return { code: "unexpected", incident: "" };
}
