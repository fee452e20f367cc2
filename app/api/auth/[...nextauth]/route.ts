import { answerSignIn } from "@/lib/http/answer-sign-in";

export { answerSignIn as GET, answerSignIn as POST };
