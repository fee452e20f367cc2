"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";
import { useFieldAttributes } from "./field-context";

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const field = useFieldAttributes(rest);
  return <textarea rows={rows} {...rest} {...field} className={cn(controlClass, "px-2.5 py-1.5", className)} />;
}
