import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "./Button";
import { Keys } from "./Keys";
import "./menu.css";

/** One thing that can be done from a menu. */
export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  /** The shortcut that does the same. */
  keys?: string;
  isDisabled?: boolean;
  onAction: () => void;
}

/** What is done less often, behind "…". Arrows and letters choose, Escape gives the focus back. */
export function MoreMenu({
  label,
  actions,
  variant = "quiet",
  children,
}: {
  /** What the actions are about: "Meer over Gezin K." */
  label: string;
  actions: MenuAction[];
  variant?: "secondary" | "quiet";
  /** Words on the button; without them it shows only the dots. */
  children?: ReactNode;
}) {
  return (
    <MenuTrigger>
      <Button
        variant={variant}
        aria-label={label}
        className={children ? undefined : "nb-button--dots"}
        icon={<Ellipsis aria-hidden />}
      >
        {children}
      </Button>
      <Popover className="nb-popover" placement="bottom end">
        <Menu className="nb-menu" aria-label={label}>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              isDisabled={action.isDisabled}
              onAction={action.onAction}
              className="nb-menu__item"
            >
              {action.icon}
              <span className="nb-menu__label">{action.label}</span>
              {action.keys ? <Keys keys={action.keys} hidden /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
