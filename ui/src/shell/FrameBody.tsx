import { Link, useRouter, useRouterState } from "@tanstack/react-router";
import { ArrowLeft, Plus, Search } from "lucide-react";
import type { ReactNode } from "react";
import { CheckInPill } from "../features/check-in/CheckInPill";
import { MissedCheckIns } from "../features/check-in/MissedCheckIns";
import { SyncPill } from "../features/sync-status/SyncPill";
import { Button } from "../kit/Button";
import { Heading } from "../kit/Heading";
import { Mark } from "../kit/Mark";
import { useText } from "../text/text";
import { useOpenCapture } from "./capture-context";
import { useFrame } from "./frame-context";
import { type Screen, screenAt, screens } from "./screens";

function Rail({ current }: { current: Screen }) {
  const { t } = useText();
  return (
    <nav className="nb-rail" aria-label={t("nav-label")} data-region="rail">
      <div className="nb-rail__brand" aria-hidden>
        <Mark size={24} />
        <span>{t("app-name")}</span>
      </div>
      <ul className="nb-rail__screens">
        {screens.map(({ name, to, icon: Icon, label }, index) => (
          <li key={name}>
            <Link
              to={to}
              className="nb-rail__link"
              aria-current={name === current.name ? "page" : undefined}
              title={`Ctrl+${index + 1}`}
            >
              <Icon aria-hidden />
              <span>{t(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <CheckInPill />
      <SyncPill />
    </nav>
  );
}

/** Rail at the left, header on top, the screen in the rest. */
export function FrameBody({ children }: { children: ReactNode }) {
  const { t } = useText();
  const { onPalette } = useFrame();
  const router = useRouter();
  const openCapture = useOpenCapture();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = screenAt(path);
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
            onPress={() => void router.navigate({ to: current.to })}
          >
            {t("action-back")}
          </Button>
        ) : null}
        <Heading focusKey={current.name} takesFocus={current.name !== "search"}>
          {t(current.label)}
        </Heading>
        <div className="nb-header__actions">
          <Button icon={<Search aria-hidden />} keys="Ctrl+K" onPress={onPalette}>
            {t("header-search")}
          </Button>
          <Button variant="primary" icon={<Plus aria-hidden />} keys="Ctrl+N" onPress={openCapture}>
            {t("header-capture")}
          </Button>
        </div>
      </header>
      <MissedCheckIns />
      <main className="nb-main" data-region={current.name === "cases" ? undefined : "main"}>
        {children}
      </main>
    </div>
  );
}
