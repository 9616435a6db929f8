import spec from "../../../models/voice-emotion.json";
import weights from "../../../models/voice-emotion.onnx";
import { VoiceModel } from "./voice-model.ts";

/** The model deployed with this Worker, loaded on first use and kept for the life of the isolate. */
export const installedModel = new VoiceModel(weights, spec);
