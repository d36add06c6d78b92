import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { CheckBox } from "../../kit/CheckBox";
import { FailureNote } from "../../kit/FailureNote";
import { TextField } from "../../kit/Field";
import { useNow } from "../../kit/now";
import { useText } from "../../text/text";

/** Sharing with laptops on the same network: on or off, who is near, and an address typed by hand. */
export function NearbyLaptops() {
  const { t, when } = useText();
  const now = useNow();
  const { data, error } = useAnswer("read_nearby", {});
  const set = useCommand("set_nearby");
  const share = useCommand("share_nearby");
  const [address, setAddress] = useState("");
  if (!data) return <FailureNote error={error} />;
  return (
    <details className="nb-details">
      <summary>{t(data.on ? "nearby-title-on" : "nearby-title")}</summary>
      <CheckBox isSelected={data.on} onChange={(on) => set.mutate({ on, port: null })}>
        {t("nearby-switch")}
      </CheckBox>
      <FailureNote error={set.error} />
      {data.portTaken ? (
        <p className="nb-sync__sentence">{t("nearby-port-taken", { port: data.port })}</p>
      ) : null}
      {data.on && data.laptops.length === 0 ? <p className="nb-muted">{t("nearby-nobody")}</p> : null}
      <ul className="nb-sync__list">
        {data.laptops.map((laptop) => (
          <li key={laptop.device}>
            <p>{t("sync-laptop-of", { name: laptop.name })}</p>
            <p className="nb-meta">
              {[
                t(laptop.connected ? "nearby-connected" : "nearby-gone"),
                laptop.sharedAt === null
                  ? null
                  : t("nearby-shared", { when: when.short(laptop.sharedAt, now) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      <form
        className="nb-sync__address"
        onSubmit={(event) => {
          event.preventDefault();
          share.mutate({ address });
        }}
      >
        <TextField
          label={t("nearby-address")}
          help={t("nearby-address-hint")}
          value={address}
          onChange={setAddress}
        />
        <FailureNote error={share.error} />
        <Button type="submit" isDisabled={address.trim() === ""} isPending={share.isPending}>
          {t("nearby-share")}
        </Button>
      </form>
    </details>
  );
}
