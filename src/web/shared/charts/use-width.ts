import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** How wide an element is, in CSS pixels, so that text in a drawing keeps its size on every screen. */
export function useWidth(first = 320) {
	const box = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(first);
	useLayoutEffect(() => {
		const { current } = box;
		if (!current) return;
		const measure = () => setWidth(Math.max(200, Math.floor(current.clientWidth)));
		const observer = new ResizeObserver(measure);
		observer.observe(current);
		measure();
		return () => observer.disconnect();
	}, []);
	return { box, width };
}
