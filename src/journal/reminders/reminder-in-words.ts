import type { Language, Translated } from "../language.ts";
import type { PushMessage } from "./push-service.ts";

const words: Translated<Pick<PushMessage, "title" | "body">> = {
	en: { title: "How was your day?", body: "Half a minute of talking is enough." },
	hi: { title: "आज का दिन कैसा रहा?", body: "आधा मिनट बोलना काफ़ी है।" },
	gu: { title: "આજનો દિવસ કેવો રહ્યો?", body: "અડધી મિનિટ બોલવું પૂરતું છે." },
};

/** What a reminder says. It tells nothing about the person: it may show on a locked screen. */
export const reminderInWords = (language: Language): PushMessage => ({ ...words[language], url: "/journal" });
