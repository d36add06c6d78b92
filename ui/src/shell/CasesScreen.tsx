import { Outlet, useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { CasesList, streetKey } from "../features/cases/CasesList";
import { NewCase } from "../features/cases/NewCase";
import { ExportMenu } from "../features/export/ExportMenu";
import { useAnswer } from "../ipc/answers";
import { Button } from "../kit/Button";
import { Empty } from "../kit/Empty";
import { FailureNote } from "../kit/FailureNote";
import { useNow } from "../kit/now";
import { useText } from "../text/text";
import { useFrame } from "./frame-context";
import { useOffer } from "./palette/commands";

/** The list of cases beside the one that is open; one column when there is little room. */
export function CasesScreen() {
  const { t } = useText();
  const { team } = useFrame();
  const navigate = useNavigate();
  const now = useNow();
  const { caseId } = useParams({ strict: false });
  const isStreet = useRouterState({ select: (state) => state.location.pathname === "/cases/street" });
  const list = useAnswer("list_cases", {});
  const [isNew, setNew] = useState(false);
  const selected = isStreet ? streetKey : (caseId ?? null);

  useOffer([{ id: "new-case", label: "cases-new", icon: Plus, run: () => setNew(true) }]);

  const open = (id: string) => {
    if (id === streetKey) void navigate({ to: "/cases/street" });
    else void navigate({ to: "/cases/$caseId", params: { caseId: id } });
  };
  return (
    <div className={selected === null ? "nb-split" : "nb-split nb-split--open"}>
      <section className="nb-split__list" aria-label={t("region-list")} data-region="list">
        <div className="nb-split__bar">
          <span className="nb-muted nb-tabular">
            {list.data ? t("cases-count", { count: list.data.cases.length }) : ""}
          </span>
          <div className="nb-row">
            <Button icon={<Plus aria-hidden />} onPress={() => setNew(true)}>
              {t("cases-new")}
            </Button>
            <ExportMenu lists={[{ list: "cases" }, { list: "contactMoments" }, { list: "persons" }]} />
          </div>
        </div>
        <FailureNote error={list.error} />
        {list.data ? (
          <CasesList
            cases={list.data.cases}
            street={list.data.street}
            selected={selected}
            onSelect={open}
            now={now}
          />
        ) : null}
      </section>
      <section className="nb-split__detail" aria-label={t("region-detail")} data-region="detail">
        <Outlet />
      </section>
      <NewCase team={team.colleagues} isOpen={isNew} onClose={() => setNew(false)} onOpened={open} />
    </div>
  );
}

/** The place of the open case while none is. */
export function NoCase() {
  const { t } = useText();
  const { data: list } = useAnswer("list_cases", {});
  if (!list) return null;
  return list.cases.length === 0 ? (
    <Empty title={t("cases-empty-title")}>{t("cases-empty")}</Empty>
  ) : (
    <Empty title={t("cases-choose-title")}>{t("cases-choose")}</Empty>
  );
}
