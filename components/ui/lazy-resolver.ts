import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

/**
 * Validates a form with a contract's zod schema, loaded when the form is first checked: zod weighs 30 KB, and most pages
 * with a form are left without sending it.
 * `useForm({ resolver: lazyResolver(() => import("@/lib/contracts/organization").then((contract) => contract.NewOrganizationForm)) })`
 */
export function lazyResolver<Input extends FieldValues, Output>(load: () => Promise<z.ZodType<Output, Input>>): Resolver<Input, unknown, Output> {
  let loaded: Promise<Resolver<Input, unknown, Output>> | undefined;
  return async (values, context, options) => {
    loaded ??= Promise.all([import("@hookform/resolvers/zod"), load()]).then(([{ zodResolver }, schema]) => zodResolver(schema));
    return (await loaded)(values, context, options);
  };
}
