import { keepCredential } from "./credential.ts";
import { searchDocs } from "./search.ts";
import { sendForm } from "./try-it.ts";

keepCredential(document.querySelector<HTMLFormElement>("form.credentials"));
searchDocs(document.querySelector<HTMLInputElement>("#search"));
for (const form of document.querySelectorAll<HTMLFormElement>(".try form")) {
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		sendForm(form);
	});
}

/** The table of pages is in the way on a phone, where it stands above the text. */
const pages = document.querySelector<HTMLDetailsElement>("details.pages");
if (pages && matchMedia("(max-width: 60rem)").matches) pages.open = false;
