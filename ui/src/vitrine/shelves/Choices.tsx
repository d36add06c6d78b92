import { useState } from "react";
import { CheckBox } from "../../kit/CheckBox";
import { Chips } from "../../kit/Chips";
import { Choice } from "../../kit/Choice";
import { Colleagues } from "../../kit/Colleagues";
import { DomainTag } from "../../kit/DomainTag";
import { type LifeDomain, lifeDomains } from "../../kit/life-domains";
import { useText } from "../../text/text";
import { Focused, Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

/** Answers that are all visible: one of a few, several of a few, yes or no, parts of a screen. */
export function Choices() {
  const { t } = useText();
  const { say, long } = useWords();
  const [kind, setKind] = useState<"talk" | "visit">("talk");
  const [domains, setDomains] = useState<LifeDomain[]>(["housing", "family"]);
  const [isOn, setOn] = useState(true);
  const [members, setMembers] = useState(["1"]);
  const options = [
    { value: "talk" as const, label: t("kind-conversation"), hint: say("op straat", "in the street") },
    { value: "visit" as const, label: t("kind-homeVisit"), hint: long },
  ];
  const bare = options.map(({ value, label }) => ({ value, label }));
  return (
    <Shelf title="Choice, Chips, CheckBox, Colleagues">
      <Piece state="cards">
        <Choice label={t("capture-kind")} value={kind} options={options} onChange={setKind} />
      </Piece>
      <Piece state="rows, focus">
        <Focused on=".nb-option">
          <Choice label={t("capture-kind")} look="rows" value={kind} options={options} onChange={setKind} />
        </Focused>
      </Piece>
      <Piece state="chips">
        <Choice label={t("capture-kind")} look="chips" value={kind} options={bare} onChange={setKind} />
      </Piece>
      <Piece state="chips, disabled">
        <Choice
          label={t("capture-kind")}
          look="chips"
          value={kind}
          options={bare}
          onChange={setKind}
          isDisabled
        />
      </Piece>
      <Piece state="several" wide>
        <Chips
          label={say("Leefgebieden", "Life domains")}
          values={domains}
          options={lifeDomains.map((domain) => ({ value: domain, label: t(`life-domain-${domain}`) }))}
          onChange={setDomains}
        />
      </Piece>
      <Piece state="several, disabled">
        <Chips
          label={say("Leefgebieden", "Life domains")}
          values={domains}
          options={lifeDomains
            .slice(0, 3)
            .map((domain) => ({ value: domain, label: t(`life-domain-${domain}`) }))}
          onChange={setDomains}
          isDisabled
        />
      </Piece>
      <Piece state="box: off, on, focus, disabled">
        <CheckBox isSelected={!isOn} onChange={(on) => setOn(!on)}>
          {say("Bel school", "Call the school")}
        </CheckBox>
        <Focused on=".nb-check">
          <CheckBox isSelected={isOn} onChange={setOn}>
            {say("Plan bespreken", "Talk about the plan")}
          </CheckBox>
        </Focused>
        <CheckBox isSelected isDisabled>
          {long}
        </CheckBox>
      </Piece>
      <Piece state="colleagues">
        <Colleagues
          label={say("Met wie", "With whom")}
          colleagues={[
            { memberId: "1", name: "Bram", role: "familyCoach", me: false },
            { memberId: "2", name: long, role: "coach", me: false },
          ]}
          chosen={members}
          onChange={setMembers}
        />
      </Piece>
      <Piece state="a part of a life">
        <DomainTag domain="network" />
      </Piece>
    </Shelf>
  );
}
