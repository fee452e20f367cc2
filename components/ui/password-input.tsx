"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "./icon-button";
import { Input, type InputProps } from "./input";

/** A password with a button that shows it: long passphrases are typed without guessing. */
export function PasswordInput(props: Omit<InputProps, "type" | "trailing">) {
  const t = useTranslations("common");
  const [shown, setShown] = useState(false);
  return (
    <Input
      autoComplete="current-password"
      {...props}
      type={shown ? "text" : "password"}
      spellCheck={false}
      trailing={
        <IconButton
          size="sm"
          label={shown ? t("hidePassword") : t("showPassword")}
          aria-pressed={shown}
          icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
