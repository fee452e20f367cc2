import { FormSkeleton } from "@/components/layout/form-skeleton";

export default function Loading() {
  return <FormSkeleton />;
}
