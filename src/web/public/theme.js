// Before anything is drawn, so that a chosen scheme does not flash up in the other one.
try {
	const theme = localStorage.getItem("undertone-theme");
	if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
	// Without storage the system's scheme is followed.
}
