"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useCreateCredential } from "@/lib/client/mutations/use-credentials";
import type { CreateCredentialBody, NewCredential } from "@/lib/contracts/credential";
import { credentialScopes } from "@/lib/contracts/credential-scope";
import { CredentialSecret } from "./credential-secret";
import { ScopeChoice } from "./scope-choice";

/** Names a new API credential, then shows its secret once. */
export function CreateCredentialDialog() {
  const t = useTranslations("operator.credentials");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewCredential | null>(null);
  function change(next: boolean) {
    setOpen(next);
    if (next) return;
    setMade(null);
    router.refresh();
  }
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          {t("create")}
        </Button>
      </DialogTrigger>
      {made ? <CredentialSecret credential={made} close={() => change(false)} /> : open ? <NameForm onMade={setMade} /> : null}
    </Dialog>
  );
}

function NameForm({ onMade }: { onMade: (made: NewCredential) => void }) {
  const t = useTranslations("operator.credentials");
  const common = useTranslations("common");
  const create = useCreateCredential();
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/credential").then((contract) => contract.CreateCredentialBody)), defaultValues: { name: "", scopes: [...credentialScopes] } });
  return (
    <DialogContent title={t("createTitle")} description={t("createDescription")} size="sm">
      <Form form={form} onSubmit={async (values: CreateCredentialBody) => onMade(await create.mutateAsync(values))} className="min-h-0 gap-0">
        <DialogBody>
          <FormField name="name" label={t("name")} hint={t("nameHint")} required>
            {(field) => <Input {...field} autoComplete="off" autoFocus />}
          </FormField>
          <FormField<CreateCredentialBody, "scopes"> name="scopes" label={t("scopes")} hint={t("scopesHint")} required>
            {(field) => <ScopeChoice value={field.value} onChange={field.onChange} />}
          </FormField>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton>{t("submit")}</SubmitButton>
        </DialogFooter>
      </Form>
    </DialogContent>
  );
}
