import { ActionItem } from "../features/actions/ActionItem";
import { ContactMomentItem } from "../features/contact-moments/ContactMomentItem";
import type { LogParts } from "../features/shift/ShiftLog";

/** What a shift's log shows of other features. */
export function logParts(now: number): LogParts {
  return {
    moment: (row) => <ContactMomentItem row={row} isSought={false} />,
    action: (row) => <ActionItem row={row} now={now} />,
  };
}
