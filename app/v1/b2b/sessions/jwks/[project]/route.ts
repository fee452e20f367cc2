export { answerJwks as GET } from "@/lib/http/answer-jwks";
