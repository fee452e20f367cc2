"use client";

import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { useDialogState } from "./dialog-context";

export type DialogWindowProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & { title: ReactNode; description?: ReactNode; locked?: boolean; frame: (title: ReactNode, description: ReactNode) => ReactNode };

/** The modal window of dialogs and sheets: focus stays inside, the page behind is inert, Escape closes. */
export function DialogWindow({ title, description, locked = false, frame, ...rest }: DialogWindowProps) {
  const { open, setOpen, opener, isOpen } = useDialogState();
  const stay = (event: Event): void => event.preventDefault();
  // One window may follow another in the same dialog, such as a form and the secret it made: the focus goes back only at the end, to what opened the first.
  function giveFocusBack(event: Event) {
    event.preventDefault();
    if (isOpen.current) return;
    const place = opener.current?.isConnected ? opener.current : document.getElementById("content");
    opener.current = null;
    place?.focus({ preventScroll: true });
  }
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-overlay" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={giveFocusBack}
          onEscapeKeyDown={(event) => (locked ? stay(event) : closeInnermost(event))}
          {...(locked ? { onPointerDownOutside: stay, onInteractOutside: stay } : {})}
          {...rest}
        >
          {frame(
            <Radix.Title className="text-lg font-semibold wrap-anywhere text-text">{title}</Radix.Title>,
            description ? <Radix.Description className="mt-1 text-sm text-muted">{description}</Radix.Description> : null,
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Escape closes the list that is open in the dialog, and only then the dialog. */
function closeInnermost(event: Event): void {
  const popup = [...document.querySelectorAll<HTMLElement>("[popover]:popover-open")].at(-1);
  if (!popup) return;
  event.preventDefault();
  popup.hidePopover();
}
