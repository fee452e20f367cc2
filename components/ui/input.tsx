"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";
import { useFieldAttributes } from "./field-context";

export type InputProps = ComponentProps<"input"> & { leading?: ReactNode; trailing?: ReactNode };

export function Input({ className, leading, trailing, ...rest }: InputProps) {
  const field = useFieldAttributes(rest);
  const input = (
    <input {...rest} {...field} className={cn(controlClass, "h-8 px-2.5", leading ? "pl-8" : null, trailing ? "pr-9" : null, className)} />
  );
  if (!leading && !trailing) return input;
  return (
    <span className="relative block">
      {leading ? <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-muted [&_svg]:size-3.5">{leading}</span> : null}
      {input}
      {trailing ? <span className="absolute inset-y-0 right-0.5 flex items-center">{trailing}</span> : null}
    </span>
  );
}
