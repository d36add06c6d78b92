import { BookOpenText, type LucideIcon, Search, UserRound } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from "react-aria-components";
import { useAnswer } from "../../ipc/answers";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Hit } from "../../ipc/generated/Hit";
import { everything, hitIcons } from "../../kit/hits";
import { Keys } from "../../kit/Keys";
import { usePaused } from "../../kit/paused";
import { useText } from "../../text/text";
import type { Command } from "./commands";
import { enoughLetters, fittingCases, fittingCommands } from "./entries";
import "../../kit/dialog.css";
import "../../kit/menu.css";
import "./palette.css";

const pause = 60;
const mostHits = 8;

interface Entry {
  id: string;
  name: string;
  icon: LucideIcon;
  /** Beside the name: keys, or the text in which it was found. */
  aside?: ReactNode;
  run: () => void;
}

interface Section {
  id: string;
  title: string;
  entries: Entry[];
}

/** What the palette may do; the frame knows how. */
export interface PaletteActions {
  openCase: (caseId: string) => void;
  openHit: (hit: Hit) => void;
  openPerson: (personId: string) => void;
  searchFor: (words: string) => void;
}

function useSections(
  typed: string,
  commands: Command[],
  cases: CaseRow[],
  { openCase, openHit, openPerson, searchFor }: PaletteActions,
): Section[] {
  const { t } = useText();
  const words = typed.trim();
  const asked = usePaused(words, pause);
  const isEnough = words.length >= enoughLetters;
  const found = useAnswer(
    "search",
    { query: asked, filters: everything, limit: mostHits },
    { enabled: asked.length >= enoughLetters, keep: true },
  );
  const people = useAnswer(
    "find_people",
    { query: asked },
    { enabled: asked.length >= enoughLetters, keep: true },
  );
  const persons = isEnough ? (people.data?.people ?? []).filter(({ personId }) => personId !== null) : [];
  // Cases and persons are found by name already, as fast as one types.
  const hits = isEnough
    ? (found.data?.hits ?? []).filter((hit) => hit.type !== "case" && hit.type !== "person")
    : [];
  const sections: Section[] = [
    {
      id: "commands",
      title: t("palette-commands"),
      entries: fittingCommands(commands, words, t).map(({ id, label, icon, keys, run }) => ({
        id: `command ${id}`,
        name: t(label),
        icon,
        aside: keys?.[0] ? <Keys keys={keys[0]} hidden /> : null,
        run,
      })),
    },
    {
      id: "cases",
      title: t("nav-cases"),
      entries: fittingCases(cases, words).map((row) => ({
        id: `case ${row.id}`,
        name: row.name,
        icon: BookOpenText,
        run: () => openCase(row.id),
      })),
    },
    {
      id: "persons",
      title: t("persons-title"),
      entries: persons.map(({ personId, name, group, place }) => ({
        id: `person ${personId}`,
        name,
        icon: UserRound,
        aside: <span className="nb-palette__snippet">{[group, place].filter(Boolean).join(" · ")}</span>,
        run: () => openPerson(personId ?? ""),
      })),
    },
    {
      id: "hits",
      title: t("search-results"),
      entries: hits.map((hit) => ({
        id: `${hit.type} ${hit.id}`,
        name: hit.title || t("cases-street"),
        icon: hitIcons[hit.type],
        aside: (
          <span className="nb-palette__snippet">
            {hit.snippet.map((part, at) =>
              part.hit ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
                <mark key={at}>{part.text}</mark>
              ) : (
                part.text
              ),
            )}
          </span>
        ),
        run: () => openHit(hit),
      })),
    },
    {
      id: "all",
      title: t("palette-further"),
      entries:
        words === ""
          ? []
          : [
              {
                id: "search all",
                name: t("palette-search-all", { words }),
                icon: Search,
                run: () => searchFor(words),
              },
            ],
    },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

/** The list under the field; it exists while the palette is open, so each opening starts empty. */
function Contents({
  commands,
  cases,
  actions,
  onChoose,
}: {
  commands: Command[];
  cases: CaseRow[];
  actions: PaletteActions;
  onChoose: (run: () => void) => void;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState("");
  const sections = useSections(typed, commands, cases, actions);
  const choose = (key: string) => {
    const chosen = sections.flatMap(({ entries }) => entries).find(({ id }) => id === key);
    if (chosen) onChoose(chosen.run);
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label={t("palette-field")} autoFocus className="nb-palette__field">
        <Search aria-hidden />
        <Input className="nb-palette__input" placeholder={t("palette-example")} spellCheck={false} />
      </TextField>
      {/* What scrolls must be reachable by itself; the entries follow the arrows of the field. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled with the keyboard too */}
      <section className="nb-palette__list" aria-label={t("palette-results")} tabIndex={0}>
        <Menu
          className="nb-menu nb-palette__menu"
          aria-label={t("palette-title")}
          items={sections}
          onAction={(key) => choose(String(key))}
        >
          {(section) => (
            <MenuSection id={section.id} items={section.entries}>
              <Header className="nb-palette__section">{section.title}</Header>
              {section.entries.map(({ id, name, icon: Icon, aside }) => (
                <MenuItem key={id} id={id} textValue={name} className="nb-menu__item nb-palette__item">
                  <Icon aria-hidden />
                  <span className="nb-palette__name">{name}</span>
                  {aside}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </section>
    </Autocomplete>
  );
}

/**
 * Everything by typing a few letters: what one can do, cases by name, and texts. Enter does what is marked;
 * Escape gives the focus back to where it was.
 */
export function Palette({
  isOpen,
  onClose,
  commands,
  cases,
  actions,
}: {
  isOpen: boolean;
  onClose: () => void;
  commands: () => Command[];
  cases: CaseRow[];
  actions: PaletteActions;
}) {
  const { t } = useText();
  const chosen = useRef<(() => void) | null>(null);
  useEffect(() => {
    const run = chosen.current;
    if (isOpen || !run) return;
    chosen.current = null;
    // The frame in which the dialog gives the focus back, so that what opens now can give it back too.
    requestAnimationFrame(run);
  }, [isOpen]);
  return (
    <ModalOverlay
      className="nb-scrim"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="nb-modal nb-modal--lg">
        <Dialog className="nb-palette" aria-label={t("palette-title")}>
          <Contents
            commands={commands()}
            cases={cases}
            actions={actions}
            onChoose={(run) => {
              chosen.current = run;
              onClose();
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
