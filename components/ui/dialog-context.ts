"use client";

import { createContext, type RefObject, useContext } from "react";

type State = {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** The button that opened it, where there was one. */
  opener: RefObject<HTMLElement | null>;
  /** The same as `open`, for what happens after a window has gone. */
  isOpen: RefObject<boolean>;
};

export const DialogContext = createContext<State>({ open: false, setOpen: () => undefined, opener: { current: null }, isOpen: { current: false } });

export const useDialogState = (): State => useContext(DialogContext);
