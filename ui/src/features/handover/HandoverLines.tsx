import { Fragment } from "react";
import type { ReadLine } from "../../ipc/generated/ReadLine";
import { useText } from "../../text/text";

/** Lines that are read: the time, the words, and a heading wherever they go on to something else. */
export function HandoverLines({ lines }: { lines: ReadLine[] }) {
  const { when } = useText();
  return (
    <ul className="nb-read__lines">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was sent does not change
        <Fragment key={at}>
          {line.heading !== null && line.heading !== lines[at - 1]?.heading ? (
            <li className="nb-read__over">{line.heading}</li>
          ) : null}
          <li className="nb-read__line" data-testid="handover-read-line">
            {line.at === null ? null : (
              <time className="nb-line__at" dateTime={new Date(line.at).toISOString()}>
                {when.time(line.at)}
              </time>
            )}
            <span className="nb-read__text">{line.text}</span>
          </li>
        </Fragment>
      ))}
    </ul>
  );
}
