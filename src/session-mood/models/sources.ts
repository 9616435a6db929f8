/** The sources of the thresholds. Those without a published value say so. */
export const SOURCE = {
	posthog:
		"PostHog (3 clicks, each less than 1,000 ms and 30 px Manhattan from the previous one): https://github.com/PostHog/posthog-js/blob/main/packages/browser/src/extensions/rageclick.ts",
	datadogError:
		"Datadog RUM, error click (a click right before an error): https://docs.datadoghq.com/real_user_monitoring/application_monitoring/browser/frustration_signals/; the times are our own choice, after dead-click detectors",
	clarityScroll:
		"Microsoft Clarity, excessive scrolling (up and down more than expected): https://learn.microsoft.com/en-us/clarity/insights/semantic-metrics; it publishes no number, the threshold is our own choice",
	quickBack:
		"Microsoft Clarity, quick back: https://learn.microsoft.com/en-us/clarity/insights/semantic-metrics; five seconds as in Uxify's U-turn: https://help.uxify.com/en/articles/11829715-u-turns-ut",
	lostness:
		"Smith 1996, lostness (revisited pages; Interacting with Computers 8): https://doi.org/10.1016/0953-5438(96)83752-0; the numbers are our own choice",
	scrandom:
		"Trymata, random scrolling as a marker of frustration: https://trymata.com/blog/2016/09/15/4-user-frustration-behavior-patterns/; the numbers are our own choice",
	hesitation:
		"Contentsquare, hesitation time (from the last hover to the click): https://support.contentsquare.com/hc/en-gb/articles/360017794714-Hesitation-Time; the bounds are our own choice",
	abandonment:
		"Zuko, abandon (a form started and left without completion): https://www.zuko.io/guides/metric-definitions; the two minutes are our own choice",
	reformulation:
		"Hassan et al. 2014, Struggling or Exploring? (reformulated queries without a satisfied click; WSDM): https://doi.org/10.1145/2556195.2556221; the numbers are our own choice",
	client: "Asserted by the client, by the contract's definition of the event type",
	own: "Our own choice",
} as const;
