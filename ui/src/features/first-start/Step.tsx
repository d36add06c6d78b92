import type { ReactNode } from "react";
import { Form } from "react-aria-components";
import { Heading } from "../../kit/Heading";
import { Mark } from "../../kit/Mark";
import { useText } from "../../text/text";
import "./first-start.css";

/** One screen of the first start: one thing to decide, one button to go on. */
export function Step({
  step,
  title,
  intro,
  children,
  foot,
  onSubmit,
}: {
  step: 1 | 2 | 3 | 4;
  title: string;
  intro: string;
  children: ReactNode;
  foot: ReactNode;
  onSubmit: () => void;
}) {
  const { t } = useText();
  return (
    <main className="nb-first">
      <Form
        className="nb-first__page"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className="nb-first__brand">
          <Mark size={28} />
          <span>{t("app-name")}</span>
          <span className="nb-first__step">{t("first-step", { step })}</span>
        </div>
        <div className="nb-first__head">
          <Heading className="nb-first__title" focusKey={title}>
            {title}
          </Heading>
          <p className="nb-prose nb-muted">{intro}</p>
        </div>
        {children}
        <div className="nb-first__foot">{foot}</div>
      </Form>
    </main>
  );
}
