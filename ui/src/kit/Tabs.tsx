import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import "./tabs.css";

/** One tab: its name, perhaps a number beside it, and what it shows. */
export interface TabOf<T extends string> {
  id: T;
  label: string;
  count?: number;
  content: ReactNode;
}

/** Parts of one screen of which one is shown. Arrows walk through the names. */
export function Tabs<T extends string>({
  label,
  value,
  tabs,
  onChange,
}: {
  label: string;
  value: T;
  tabs: TabOf<T>[];
  onChange: (value: T) => void;
}) {
  return (
    <AriaTabs className="nb-tabs" selectedKey={value} onSelectionChange={(key) => onChange(key as T)}>
      <TabList aria-label={label} className="nb-tabs__list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="nb-tab">
            {tab.label} {tab.count === undefined ? null : <span className="nb-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="nb-tabs__panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
