import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import "./dialog.css";

/** A modal dialog. React Aria keeps the focus inside and gives it back to the opener. */
export function Dialog({
  title,
  aside,
  isOpen,
  onClose,
  size = "md",
  children,
}: {
  title: string;
  aside?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  size?: "md" | "lg";
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      className="nb-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`nb-modal nb-modal--${size}`}>
        <AriaDialog className="nb-dialog">
          <div className="nb-dialog__head">
            <Heading slot="title" level={2} className="nb-dialog__title">
              {title}
            </Heading>
            {aside}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
