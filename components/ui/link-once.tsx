"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { CopyField } from "./copy-field";
import { DialogBody, DialogClose, DialogContent, DialogFooter } from "./dialog";

type Props = { title: ReactNode; description: ReactNode; label: string; url: string; done: ReactNode; children?: ReactNode };

/** The content of a dialog that shows a link which is never shown again. */
export function LinkOnce({ title, description, label, url, done, children }: Props) {
  return (
    <DialogContent title={title} description={description} locked>
      <DialogBody>
        <CopyField label={label} name={label} value={url} />
        {children}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="primary">{done}</Button>
        </DialogClose>
      </DialogFooter>
    </DialogContent>
  );
}
