/** A page with one of everything that the snippet tells apart. */
export const HOST_PAGE = `
<style>
	main { height: 6000px; padding: 20px; }
	main > * { display: block; margin: 12px 0; }
	#inner { height: 100px; overflow: auto; }
	#inner p { height: 2000px; }
</style>
<main tabindex="-1">
	<p id="text">A paragraph that somebody may want to select in order to copy it.</p>
	<button id="plain" type="button">Plain</button>
	<button id="other" type="button">Other</button>
	<button id="answers" type="button">Answers</button>
	<button id="disabled" type="button" disabled>Disabled</button>
	<button id="asks" type="button">Asks</button>
	<form id="strict"><input id="needed" required aria-label="Needed"><button id="send">Send</button></form>
	<button id="throws" type="button">Throws</button>
	<button id="rejects" type="button">Rejects</button>
	<div><button id="minus" type="button">−</button><input id="count" type="number" value="1"><button id="plus" type="button">+</button></div>
	<div role="dialog"><button id="next-month" type="button">›</button><table role="grid"><tr><td role="gridcell">1</td></tr></table></div>
	<section aria-roledescription="carousel"><button id="next-slide" type="button">→</button></section>
	<div data-undertone-context="stepper"><span id="declared">★★★</span></div>
	<label id="label"><input id="box" type="checkbox"> Yes</label>
	<input id="name" aria-label="Name">
	<form><input id="password" type="password" autocomplete="off" aria-label="Password"></form>
	<textarea id="note" aria-label="Note"></textarea>
	<div data-undertone-ignore><input id="ignored" aria-label="Ignored"><button id="ignored-button" type="button">Ignored</button></div>
</main>
<script>
	document.querySelector("#answers").addEventListener("click", ({ target }) => setTimeout(() => { target.title += "!"; }, 200));
	document.querySelector("#asks").addEventListener("click", () => fetch("/fails").catch(() => {}));
	document.querySelector("#throws").addEventListener("click", () => { throw new Error("Order 4711 0815 of jane@example.org failed at https://shop.example/orders/98765?token=hidden"); });
	document.querySelector("#rejects").addEventListener("click", () => { Promise.reject(new TypeError("Declined")); });
</script>`;
