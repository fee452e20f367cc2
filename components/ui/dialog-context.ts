"use client";

import { createContext, useContext } from "react";

type State = { open: boolean; setOpen: (open: boolean) => void };

export const DialogContext = createContext<State>({ open: false, setOpen: () => undefined });

export const useDialogState = (): State => useContext(DialogContext);
