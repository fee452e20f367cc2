"use client";

import { createContext, useContext } from "react";

export type FieldState = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean; labelId: string };

export const FieldContext = createContext<FieldState | null>(null);

/** The attributes that tie a control to the label, hint and error of the Field around it. */
export function useFieldAttributes(own: { id?: string | undefined; "aria-describedby"?: string | undefined } = {}) {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.id,
    "aria-describedby": own["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": field?.invalid ? (true as const) : undefined,
    "aria-required": field?.required ? (true as const) : undefined,
  };
}
