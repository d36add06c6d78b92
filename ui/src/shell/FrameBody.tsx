import { Link, useRouter, useRouterState } from "@tanstack/react-router";
import { ArrowLeft, BookOpenText, type LucideIcon, Plus, Search, Settings, Users } from "lucide-react";
import type { ReactNode } from "react";
import { SyncPill } from "../features/sync-status/SyncPill";
import { Button } from "../kit/Button";
import { Heading } from "../kit/Heading";
import { Mark } from "../kit/Mark";
import { useText } from "../text/text";
import { useOpenCapture } from "./capture-context";
import { useFrame } from "./frame-context";

type Screen = "cases" | "search" | "team" | "settings";

const screens: { name: Screen; to: "/cases" | "/search" | "/team" | "/settings"; icon: LucideIcon }[] = [
  { name: "cases", to: "/cases", icon: BookOpenText },
  { name: "search", to: "/search", icon: Search },
  { name: "team", to: "/team", icon: Users },
  { name: "settings", to: "/settings", icon: Settings },
];

function Rail({ current }: { current: Screen }) {
  const { t } = useText();
  return (
    <nav className="nb-rail" aria-label={t("nav-label")} data-region="rail">
      <div className="nb-rail__brand" aria-hidden>
        <Mark size={24} />
        <span>{t("app-name")}</span>
      </div>
      <ul className="nb-rail__screens">
        {screens.map(({ name, to, icon: Icon }, index) => (
          <li key={name}>
            <Link
              to={to}
              className="nb-rail__link"
              aria-current={name === current ? "page" : undefined}
              title={`Ctrl+${index + 1}`}
            >
              <Icon aria-hidden />
              <span>{t(`nav-${name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <SyncPill />
    </nav>
  );
}

/** Rail at the left, header on top, the screen in the rest. */
export function FrameBody({ children }: { children: ReactNode }) {
  const { t } = useText();
  const { searchField } = useFrame();
  const router = useRouter();
  const openCapture = useOpenCapture();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = screens.find(({ to }) => path.startsWith(to))?.name ?? "cases";
  const isDeep = path.split("/").filter(Boolean).length > 1;
  return (
    <div className="nb-frame">
      <Rail current={current} />
      <header className="nb-header" data-region="header">
        {isDeep ? (
          <Button
            variant="quiet"
            className="nb-header__back"
            icon={<ArrowLeft aria-hidden />}
            onPress={() => void router.navigate({ to: "/cases" })}
          >
            {t("action-back")}
          </Button>
        ) : null}
        <Heading focusKey={current} takesFocus={current !== "search"}>
          {t(`nav-${current}`)}
        </Heading>
        <div className="nb-header__actions">
          {current === "search" ? null : (
            <Button
              icon={<Search aria-hidden />}
              keys="Ctrl+K"
              onPress={() => {
                void router.navigate({ to: "/search" });
                searchField.current?.focus();
              }}
            >
              {t("header-search")}
            </Button>
          )}
          <Button variant="primary" icon={<Plus aria-hidden />} keys="Ctrl+N" onPress={openCapture}>
            {t("header-capture")}
          </Button>
        </div>
      </header>
      <main className="nb-main" data-region={current === "cases" ? undefined : "main"}>
        {children}
      </main>
    </div>
  );
}
