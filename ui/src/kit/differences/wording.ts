import type { Difference } from "../../ipc/generated/Difference";
import type { DifferenceVersion } from "../../ipc/generated/DifferenceVersion";
import { useText } from "../../text/text";
import { lifeDomains } from "../life-domains";

const kinds = ["conversation", "message", "homeVisit", "signal", "consultation", "other"] as const;
const endings = ["open", "done", "deliberatelyNot", "notReached"] as const;
const moods = ["calm", "friendly", "restless", "tense", "grim"] as const;
const purposes = ["none", "help", "safety", "agreement"] as const;
const roles = ["coach", "familyCoach", "director", "privacyOfficer"] as const;

const among = <T extends string>(words: readonly T[], value: string): T | undefined =>
  words.find((word) => word === value);

/** How a value reads that somebody set: stored words, times and ids have their own. */
export function useWording(): (field: Difference["field"], version: DifferenceVersion) => string {
  const { t, when } = useText();
  return (field, { value, names }) => {
    switch (field) {
      case "at":
      case "due":
      case "endedAt":
        return value === "" ? t("difference-empty") : when.full(Number(value));
      case "kind": {
        const kind = among(kinds, value);
        return kind ? t(`kind-${kind}`) : value;
      }
      case "outcome": {
        const ending = among(endings, value);
        return ending ? t(`actions-outcome-${ending}`) : t("outcome-reached");
      }
      case "mood": {
        const mood = among(moods, value);
        return mood ? t(`mood-${mood}`) : value || t("difference-empty");
      }
      case "purpose":
        return t(`purpose-${among(purposes, value) ?? "none"}`);
      case "role": {
        const role = among(roles, value);
        return role ? t(`role-${role}`) : value;
      }
      case "lifeDomains": {
        const domains = value.split(" ").map((word) => {
          const domain = among(lifeDomains, word);
          return domain ? t(`life-domain-${domain}`) : word;
        });
        return domains.join(", ") || t("difference-empty");
      }
      case "withdrawn":
        return t(value === "true" ? "difference-taken-back" : "difference-edited");
      case "group":
      case "case":
      case "colleague":
      case "colleagues":
        return value === "" ? t("difference-empty") : (names ?? t("difference-unknown"));
      case "person":
      case "persons":
        return value === ""
          ? t("difference-empty")
          : (names ?? t("difference-persons", { count: value.split(" ").length }));
      case "place":
        // On the street an id of the team's list, in a case words of one's own.
        return (
          names ?? (/^[0-9a-f]{32}$/.test(value) ? t("stop-place-unknown") : value || t("difference-empty"))
        );
      default:
        return value || t("difference-empty");
    }
  };
}
