interface Entry {
	title: string;
	href: string;
	words: string;
}

const MAX_FOUND = 12;

/** Entries that hold every word, those with the words in their title first. */
export function find(entries: readonly Entry[], query: string): Entry[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return [];
	const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
	const matching = entries.filter(({ title, words: more }) => holds(`${title} ${more}`));
	return matching.sort((a, b) => Number(holds(b.title)) - Number(holds(a.title)));
}

/** Shows what the typed words find, as links below the field. */
export function searchDocs(input: HTMLInputElement | null): void {
	const list = document.querySelector<HTMLUListElement>("#found");
	const count = document.querySelector<HTMLParagraphElement>("#found-count");
	if (!input || !list || !count) return;
	let entries: Promise<Entry[]> | undefined;
	const show = async () => {
		entries ??= fetch("/docs/search.json").then((answer) => answer.json());
		const found = find(await entries, input.value);
		list.replaceChildren(...found.slice(0, MAX_FOUND).map(itemOf));
		list.hidden = found.length === 0;
		count.textContent = input.value.trim() === "" ? "" : countInWords(found.length);
	};
	input.addEventListener("input", show);
	input.form?.addEventListener("submit", (event) => {
		event.preventDefault();
		list.querySelector("a")?.click();
	});
}

function countInWords(count: number): string {
	if (count === 0) return "Nothing found.";
	if (count > MAX_FOUND) return `The first ${MAX_FOUND} of ${count}.`;
	return count === 1 ? "One found." : `${count} found.`;
}

function itemOf({ title, href, words }: Entry): HTMLLIElement {
	const item = document.createElement("li");
	const link = document.createElement("a");
	link.href = href;
	link.textContent = title;
	const [method = "", path = ""] = words.split(" ");
	if (path.startsWith("/")) {
		const place = document.createElement("span");
		place.textContent = ` ${method} ${path}`;
		link.append(place);
	}
	item.append(link);
	return item;
}
