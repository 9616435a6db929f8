import { useResource } from "../../shared/data/use-resource.ts";
import { formatDate, formatNumber, formatShare } from "../../shared/messages/formats.ts";
import { Panel } from "../../shared/ui/panel.tsx";
import { ask } from "../session/ask.ts";
import { t } from "../texts.ts";

/** How much of the month's sessions is used. */
export function Usage() {
	const usage = useResource((signal) => ask((client) => client.GET("/v1/usage", { signal })));
	return (
		<Panel resource={usage} height={5}>
			{({ sessions_used: used, limit, reset_at }) => (
				<>
					<p>
						{t("usage.text", {
							used: formatNumber(used),
							limit: formatNumber(limit),
							share: formatShare(used / limit),
						})}
					</p>
					<meter
						min={0}
						max={limit}
						high={limit * 0.8}
						value={used}
						aria-label={t("usage.title")}
						class="usage"
					>
						{formatShare(used / limit)}
					</meter>
					<p class="quiet">{t("usage.reset", { when: formatDate(reset_at, { dateStyle: "long" }) })}</p>
				</>
			)}
		</Panel>
	);
}
