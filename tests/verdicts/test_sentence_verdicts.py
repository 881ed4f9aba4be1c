"""Sentences as journalists write them, and what the shipped table says of each.

R is REFUTED, S is SUPPORTED, N is undecided or no claim at all. A refuted sentence names one
release that must be among its counterexamples.
"""

from datetime import date

import pytest

from hypecheck.claims import ClaimReader
from hypecheck.evidence import ReleaseDB, ReleaseVerifier
from hypecheck.text import make_document

R, S, N = "REFUTED", "SUPPORTED", "NOT_ENOUGH_INFO"
ORDER = (R, S, N)
DB = ReleaseDB.load()
VERIFIER = ReleaseVerifier(DB)

#: Sentence, day on which it is read, verdict, a counterexample.
SENTENCES = [
    # A name in the place of the subject, or the name of its family.
    (
        "R1 is the first reasoning model whose weights anyone can download.",
        "2025-01-24",
        R,
        "qwq-32b-preview",
    ),
    (
        "Free to download and good at maths: R1 is the first open-weight reasoning model.",
        "2025-01-28",
        R,
        "qwq-32b-preview",
    ),
    (
        "Magistral Small is the first reasoning model with open weights.",
        "2025-06-12",
        R,
        "deepseek-r1",
    ),
    (
        "Magistral Small, Europe's first open-weight reasoning model, has arrived.",
        "2025-06-12",
        S,
        "",
    ),
    # The maker is the one that is first.
    (
        "DeepSeek is the first Chinese lab to open a reasoning model.",
        "2025-01-26",
        R,
        "qwq-32b-preview",
    ),
    (
        "Databricks became the first American company to release an open mixture-of-experts language model.",
        "2024-03-29",
        R,
        "grok-1",
    ),
    (
        "Apple became the first company to give away the weights of a language model.",
        "2024-05-01",
        R,
        "llama-2",
    ),
    # "There" is the country named before.
    (
        "China is full of labs, yet Alibaba is the only one there to have released an open reasoning model.",
        "2025-02-03",
        R,
        "deepseek-r1",
    ),
    # The kind stands in a compound with "weights".
    ("Microsoft has not released any language-model weights since 2023.", "2024-12-31", R, "phi-3"),
    ("OpenAI has published no language model weights since GPT-2.", "2025-04-03", N, ""),
    ("Meta has shared no speech-model weights since 2023.", "2025-12-01", R, "omnilingual-asr"),
    (
        "OpenAI has not put out speech-recognition weights since Whisper large-v3-turbo.",
        "2025-06-01",
        S,
        "",
    ),
    # "A first for X" without a colon, or with one.
    ("A first for OpenAI since GPT-2: an open-weight language model.", "2025-08-06", N, ""),
    ("Pixtral 12B is a first for Mistral: a model that takes images.", "2024-09-13", S, ""),
    ("Open weights are a first for xAI, which put Grok-1 online on Sunday.", "2024-03-19", S, ""),
    ("Image input is a first for the Llama family: Llama 3.2 brings it.", "2024-09-27", S, ""),
    # "Every X had been … until Y": Y is the first that isn't.
    (
        "Every model OpenAI had released since GPT-2 was closed until gpt-oss arrived.",
        "2025-08-06",
        R,
        "whisper",
    ),
    (
        "All of xAI's models had been closed until Grok-1 was put online in March.",
        "2024-03-19",
        S,
        "",
    ),
    ("Until Llama 3.2 came along, every Llama had been blind.", "2024-09-27", S, ""),
    ("All Mistral models had been text-only until Pixtral 12B.", "2024-09-13", S, ""),
    ("Every Gemma had been deaf until Gemma 3n.", "2025-06-28", S, ""),
    (
        "Until DeepSeek-R1, all reasoning models had been closed.",
        "2025-01-24",
        R,
        "qwq-32b-preview",
    ),
    # "Between X and Y" is a time of its own.
    (
        "Almost six years passed between GPT-2 and gpt-oss in which OpenAI released no open-weight model.",
        "2025-08-06",
        R,
        "whisper",
    ),
    (
        "Two years went by between Whisper and gpt-oss without a single open-weight speech model from OpenAI.",
        "2025-08-06",
        R,
        "whisper-large-v3",
    ),
    (
        "Between Llama 2 and Llama 3 Meta published no open code model.",
        "2024-04-20",
        R,
        "code-llama",
    ),
    ("Between GPT-3 and GPT-4, OpenAI put out no speech model.", "2023-03-20", R, "whisper"),
    # The table can only refute "smallest".
    ("Gemma 3 270M is the smallest open language model ever released.", "2025-08-16", R, "gpt-2"),
    # "No other X comes near the … of Y".
    ("No other open language model matches the size of BLOOM.", "2022-07-15", S, ""),
    ("Nothing open comes near the 405 billion parameters of Llama 3.1.", "2024-07-25", R, "switch"),
    (
        "No other open-weight model rivals the ten million tokens that Llama 4 can take in.",
        "2025-04-08",
        S,
        "",
    ),
    # Second, third, and so on.
    ("Llama 3.1 is Meta's third open Llama in little more than a year.", "2024-07-25", N, ""),
    # A family called by its second word.
    ("It is a year since Mistral last opened a Large model.", "2025-11-25", S, ""),
    ("Claude 3 Opus is Anthropic's first model to take images.", "2024-03-06", S, ""),
    # Whether the weights of one model are out.
    ("xAI still has not released the weights of Grok-1.5.", "2024-08-01", S, ""),
    ("OpenAI has never released the weights of GPT-3.", "2024-08-01", S, ""),
    ("Meta has not let anyone download Llama 2.", "2023-09-01", R, "llama-2"),
    ("Months after the paper, Google still hasn't opened Gemini 1.5.", "2024-08-01", S, ""),
    ("OpenAI has yet to make the weights of Whisper public.", "2023-08-01", R, "whisper"),
    ("DeepSeek has never published the weights of R1.", "2025-08-01", R, "deepseek-r1"),
    # Previews and sizes of the subject don't refute.
    ("o1 is OpenAI's first reasoning model.", "2024-12-10", S, ""),
    ("DeepSeek-R1 is DeepSeek's first reasoning model.", "2025-01-25", S, ""),
    ("Qwen2.5-Max is Alibaba's largest model.", "2025-02-01", N, ""),
    ("Molmo is Ai2's first vision-language model.", "2024-09-27", N, ""),
    (
        "OLMo is the first open language model to come with its full training data.",
        "2024-02-03",
        R,
        "pythia",
    ),
    # A sibling without a name isn't the named model.
    (
        "With Llama 4 comes a two-trillion-parameter sibling that would be the largest open model ever.",
        "2025-04-07",
        N,
        "",
    ),
    # Clauses.
    (
        "For the first time, Meta has released the weights of a language model: Llama 2.",
        "2023-07-20",
        R,
        "llama",
    ),
    ("Google opens a language model for the first time with Gemma.", "2024-02-22", R, "t5"),
    (
        "Never before had Alibaba trained a model of more than a trillion parameters, until Qwen3-Max.",
        "2025-09-10",
        R,
        "m6-t",
    ),
    ("Cohere has never released an open model.", "2025-01-01", R, "command-r"),
    ("Anthropic has never released the weights of a language model.", "2025-01-01", S, ""),
    ("Microsoft has never opened a speech model.", "2025-12-01", R, "vibevoice"),
    ("Apple had never published a language model before OpenELM.", "2024-04-26", N, ""),
    # Words without a facet leave the claim open.
    ("Qwen3Guard is the first multilingual guardrail model with streaming.", "2025-09-25", N, ""),
    ("Acme's Roboto is the world's first AI-powered toaster.", "2025-01-01", N, ""),
    ("It is the world's first quantum sneaker.", "2025-01-01", N, ""),
    ("It is the first open language model written for sailors.", "2024-01-01", N, ""),
    ("Voxtral is Mistral's first open model that understands speech.", "2025-07-17", S, ""),
    ("Whisper is the first open model trained on cat videos.", "2022-10-01", N, ""),
    # Plain claims about well-known models.
    (
        "Falcon 40B is the first open language model from the United Arab Emirates.",
        "2023-06-01",
        N,
        "",
    ),
    ("Mixtral 8x7B is the first open mixture-of-experts model.", "2023-12-13", R, "nllb-200"),
    ("GPT-4 is the first multimodal model.", "2023-03-16", R, "blip-2-q-former"),
    ("DALL-E 2 is the first text-to-image model.", "2022-04-10", R, "ernie-vilg"),
    ("Sora is the first text-to-video model.", "2024-02-18", R, "cogvideo"),
    ("Falcon 180B is the largest open language model.", "2023-09-08", R, "switch"),
    (
        "Llama 3.1 405B is the largest open-weight language model ever released.",
        "2024-07-25",
        R,
        "snowflake-arctic",
    ),
    (
        "Grok-1 is the largest open-weight language model released so far.",
        "2024-03-19",
        R,
        "switch",
    ),
    ("GPT-J is EleutherAI's first language model.", "2021-06-12", R, "gpt-neo"),
    ("Stable Diffusion is the only open text-to-image model.", "2022-09-20", R, "cogview2"),
    ("Whisper is the only open speech-recognition model.", "2022-10-10", R, "hubert"),
    ("OpenAI has not released an open model since GPT-2.", "2025-04-03", R, "whisper"),
    ("Llama 2 is Meta's first open-weight language model.", "2023-07-20", R, "opt"),
    ("Phi-4 is Microsoft's first open model.", "2024-12-15", R, "phi-2"),
    (
        "Gemini 1.5 Pro was the first model with a million-token context window.",
        "2024-02-20",
        N,
        "",
    ),
    ("Command R+ is Cohere's first model with open weights.", "2024-04-06", R, "command-r"),
    ("Nemotron-4 340B is Nvidia's largest open model.", "2024-06-16", S, ""),
    ("DBRX is Databricks's largest open model.", "2024-04-01", S, ""),
    ("gpt-oss is OpenAI's first open-weight model.", "2025-08-06", R, "gpt-2"),
    (
        "It is the first open-weight model OpenAI has released in five years: gpt-oss.",
        "2025-08-06",
        R,
        "whisper",
    ),
    # In the free ways of journalists.
    (
        "Until Falcon 180B, no open model had cleared 100 billion parameters.",
        "2023-09-08",
        R,
        "bloom",
    ),
    (
        "Falcon 180B is the first open model to clear the hundred-billion mark.",
        "2023-09-08",
        R,
        "bloom",
    ),
    (
        "The Redmond giant's Phi-3 is its first language model that anyone may download.",
        "2024-04-25",
        R,
        "phi-2",
    ),
    ("Nobody but OpenAI had offered a reasoning model before DeepSeek R1.", "2025-01-22", N, ""),
    (
        "With FLUX.1 the Germans have released their country's first open image generator.",
        "2024-08-03",
        N,
        "",
    ),
    ("xAI has kept every Grok under lock and key.", "2024-06-01", N, ""),
    ("xAI has never given away a model.", "2024-06-01", R, "grok-1"),
    (
        "At 141 billion parameters, Mixtral 8x22B is the French firm's largest open model.",
        "2024-04-18",
        S,
        "",
    ),
    ("Llama 3.1 405B: the biggest dense open model the world has seen", "2024-07-24", S, ""),
    ("It took until Pixtral 12B for Mistral to release a model that can see.", "2024-09-12", N, ""),
    ("Cohere's Command R was its debut open-weight model.", "2024-03-12", R, "aya"),
    ("Meta released its third open Llama, Llama 3, in April.", "2024-04-20", S, ""),
    ("No Chinese lab had opened a video model before Open-Sora.", "2024-03-20", N, ""),
    (
        "Stable Video Diffusion is the world's first open video generator.",
        "2023-11-23",
        R,
        "cogvideo",
    ),
    ("Sora, OpenAI's first text-to-video model, stunned viewers.", "2024-02-18", S, ""),
    (
        "OpenAI, whose last open language model dates from 2019, published gpt-oss.",
        "2025-08-06",
        N,
        "",
    ),
    (
        "gpt-oss-120b is the first model with open weights from OpenAI since 2019.",
        "2025-08-07",
        R,
        "whisper",
    ),
    (
        "The company behind ChatGPT has published no model weights since GPT-2.",
        "2025-04-01",
        R,
        "whisper",
    ),
    (
        "Whisper remains the only model OpenAI has open-sourced since GPT-2.",
        "2024-01-10",
        R,
        "clip",
    ),
    ("Apart from Whisper, OpenAI has opened nothing since GPT-2.", "2024-01-10", N, ""),
    ("OpenAI's CLIP was the first open vision-language model.", "2021-02-01", N, ""),
    (
        "Alibaba is the first Chinese firm to open a video generator with Wan 2.1.",
        "2025-02-27",
        R,
        "cogvideo",
    ),
    ("DeepSeek-V2 is China's first open mixture-of-experts model.", "2024-05-08", R, "deepseekmoe"),
    ("DeepSeek-V3 is the largest open-weight language model so far.", "2024-12-28", R, "switch"),
    ("Grok-1 is bigger than any open language model before it.", "2024-03-19", R, "switch"),
    ("No open model is larger than Falcon 180B.", "2023-10-01", R, "switch"),
    ("BLOOM is bigger than any other open language model.", "2022-07-15", S, ""),
    (
        "Gemini 1.5 Pro can take in more text than any other model: a million tokens.",
        "2024-02-20",
        N,
        "",
    ),
    ("No other open model takes in as many tokens as MiniMax-01.", "2025-01-20", N, ""),
    ("Kimi K2 is the first Chinese model with a trillion parameters.", "2025-07-15", R, "step-2"),
    (
        "Nvidia's Nemotron-4 340B is the largest open model ever made in America.",
        "2024-06-16",
        R,
        "switch",
    ),
    (
        "For the first time since GPT-2, OpenAI is sharing a language model's weights: gpt-oss.",
        "2025-08-06",
        N,
        "",
    ),
    ("First Llama under a licence for commerce: Meta presents Llama 2", "2023-07-19", N, ""),
    ("Europe's only open reasoning model comes from Paris: Magistral Small.", "2025-06-12", S, ""),
    ("Apertus is the first language model from Switzerland.", "2025-09-03", R, "meditron"),
    ("Jamba is AI21's first open-weight model.", "2024-03-30", S, ""),
    ("Stability AI's StableLM was its first language model.", "2023-04-21", S, ""),
    ("A first for IBM: Granite's weights are public.", "2024-05-08", N, ""),
    ("Databricks had not released an open model before DBRX.", "2024-03-29", R, "dolly-2.0"),
    ("Snowflake's Arctic is the largest open mixture-of-experts model.", "2024-04-25", R, "switch"),
    ("OpenAI's first embedding model with open weights is still to come.", "2025-04-03", N, ""),
    ("Since Llama 4 Meta has published no new language model.", "2025-08-01", N, ""),
    ("Musk's company opened Grok-1, its first and so far only open model.", "2024-06-01", S, ""),
    (
        "Meta AI's LLaMA was the first language model that researchers could run on a single machine.",
        "2023-03-01",
        N,
        "",
    ),
    # True claims, and claims that no table decides: never an accusation.
    ("Llama 3.1 405B is the first open model to rival GPT-4.", "2024-07-24", N, ""),
    ("Gemini is Google's first natively multimodal model.", "2023-12-07", N, ""),
    ("Claude 3 is Anthropic's first multimodal model family.", "2024-03-05", S, ""),
    ("Grok-1 is xAI's first open model.", "2024-03-18", S, ""),
    ("Mixtral 8x7B is Mistral's first mixture-of-experts model.", "2023-12-12", S, ""),
    ("Llama 4 is Meta's first mixture-of-experts Llama.", "2025-04-06", S, ""),
    ("Llama 3.2 brings vision to the Llama family for the first time.", "2024-09-26", S, ""),
    ("OpenAI's o1-preview is the first model to think before it answers.", "2024-09-13", S, ""),
    ("DeepSeek-R1 is the first open model that matches o1.", "2025-01-21", N, ""),
    ("Qwen3 is Alibaba's first hybrid reasoning model.", "2025-04-30", N, ""),
    ("Kimi K2 is the first open trillion-parameter model from Moonshot.", "2025-07-12", S, ""),
    ("Kimi K2 is Moonshot's largest open model.", "2025-07-12", S, ""),
    ("BLOOM is the first multilingual language model of its size.", "2022-07-13", N, ""),
    ("BLOOM is the largest open multilingual language model.", "2022-07-13", S, ""),
    ("Falcon 180B is TII's largest model.", "2023-09-07", N, ""),
    ("Apple's OpenELM is its first open language model with on-device focus.", "2024-04-25", N, ""),
    ("Whisper is OpenAI's first open speech-recognition model.", "2022-09-22", S, ""),
    ("Whisper large-v3 is OpenAI's largest Whisper model.", "2023-11-08", S, ""),
    ("GPT-3 is the largest dense language model.", "2020-06-01", S, ""),
    ("PaLM is the largest dense language model.", "2022-04-05", N, ""),
    ("Sora is OpenAI's first video model.", "2024-02-16", S, ""),
    ("Veo is Google's most capable video model.", "2024-05-16", N, ""),
    ("Gemma is Google's first open model built from Gemini technology.", "2024-02-22", N, ""),
    ("Phi-1 is Microsoft's first small language model for code.", "2023-06-22", N, ""),
    ("Stable Diffusion is Stability AI's first text-to-image model.", "2022-08-24", S, ""),
    ("Code Llama is Meta's first code-specialised Llama.", "2023-08-25", N, ""),
    ("Codestral is Mistral's first code model.", "2024-05-30", S, ""),
    ("Pixtral Large is Mistral's largest multimodal model.", "2024-11-19", S, ""),
    ("gpt-oss is OpenAI's first open-weight reasoning model.", "2025-08-06", S, ""),
    ("gpt-oss is OpenAI's first open mixture-of-experts model.", "2025-08-06", S, ""),
    (
        "OpenAI has not released the weights of a general-purpose language model since GPT-2.",
        "2025-04-03",
        S,
        "",
    ),
    ("OpenAI has not opened a text-to-image model since GLIDE.", "2025-04-03", S, ""),
    ("Google has not released the weights of a Gemini model.", "2025-01-10", S, ""),
    ("Anthropic has never published open weights.", "2025-01-10", S, ""),
    ("It is the only open model in the Grok family.", "2024-06-01", N, ""),
    ("Grok-1 is the only open model from xAI.", "2024-06-01", S, ""),
    (
        "ERNIE 4.5 is Baidu's first open-weight large language model since ERNIE 3.0.",
        "2025-07-01",
        N,
        "",
    ),
    ("Jamba is the first production-grade Mamba-based model.", "2024-03-29", N, ""),
    ("DBRX is the first model to beat GPT-3.5 that companies can download.", "2024-03-28", N, ""),
    ("OLMo 2 is the best fully open language model.", "2024-11-28", N, ""),
    (
        "Nemotron-4 340B is the first open model trained mostly with synthetic alignment data.",
        "2024-06-15",
        N,
        "",
    ),
    ("Yi-34B is 01.AI's first model.", "2023-11-07", S, ""),
    ("Baichuan 7B is Baichuan's first open language model.", "2023-06-16", S, ""),
    ("ChatGLM-6B is Zhipu's first chat model anyone can download.", "2023-03-16", N, ""),
    ("MiniMax-01 is MiniMax's first open model.", "2025-01-16", S, ""),
    (
        "Hunyuan-Large is Tencent's first open mixture-of-experts language model.",
        "2024-11-06",
        S,
        "",
    ),
    ("Molmo is Ai2's first open vision-language model family.", "2024-09-26", N, ""),
    ("Snowflake Arctic is Snowflake's first open language model.", "2024-04-26", N, ""),
    ("Apertus is Switzerland's first fully open multilingual language model.", "2025-09-03", N, ""),
    ("Voxtral is the first open speech model from Mistral.", "2025-07-16", S, ""),
    ("Magistral is Mistral's first reasoning model.", "2025-06-11", S, ""),
    ("Devstral is Mistral's first agentic coding model.", "2025-05-22", N, ""),
    ("Aya is Cohere's first open multilingual model.", "2024-02-14", S, ""),
    (
        "InternVL is the first open vision-language model from Shanghai AI Lab to match GPT-4V.",
        "2024-05-01",
        N,
        "",
    ),
    ("Seamless is Meta's first model for speech translation.", "2023-08-24", N, ""),
    (
        "AlphaFold 3 is DeepMind's first model to predict all of life's molecules.",
        "2024-05-09",
        N,
        "",
    ),
    ("Gemini 1.5 Pro offers the longest context window of any model to date.", "2024-02-16", S, ""),
    ("Claude 2.1 has the longest context window on the market.", "2023-11-22", N, ""),
    ("Magic's LTM-2 has the longest context of any model.", "2024-09-01", N, ""),
    ("Llama 4 Scout has the longest context window of any open model.", "2025-04-06", S, ""),
    ("Meta's Behemoth will be the largest open model ever.", "2025-04-06", N, ""),
    ("This year brought the first open models that can use tools.", "2025-12-01", N, ""),
    (
        "In 2019, OpenAI's first large language model to make headlines was GPT-2.",
        "2025-12-01",
        N,
        "",
    ),
    ("The first model in the series is Qwen2.5.", "2024-09-20", N, ""),
    ("It was the first model I ever trained.", "2024-09-20", N, ""),
    ("Our first model was a disaster, the second was open.", "2024-09-20", N, ""),
    ("The first open question is which model to use.", "2024-09-20", N, ""),
    ("DeepSeek, whose first open model came out in 2023, has grown fast.", "2025-02-01", N, ""),
    (
        "Mistral, which released its first open model in September 2023, is valued at billions.",
        "2024-06-01",
        N,
        "",
    ),
    ("Mistral 7B was the French start-up's first model, and it is open.", "2024-01-01", S, ""),
    ("Before Llama 2, no commercially usable Llama existed.", "2023-07-19", N, ""),
    (
        "Not since GPT-2 has OpenAI released the weights of a general language model.",
        "2025-04-02",
        S,
        "",
    ),
    (
        "Google's first language model with open weights, BERT, appeared in 2018.",
        "2024-06-01",
        S,
        "",
    ),
    ("Microsoft's first open model of the Phi family, Phi-1, came in 2023.", "2024-06-01", S, ""),
    ("The largest model of the Qwen2 family has 72 billion parameters.", "2024-06-08", N, ""),
    ("Qwen2-72B is the largest model in the Qwen2 family.", "2024-06-08", S, ""),
    ("Gemma 3 27B is the largest Gemma.", "2025-03-13", N, ""),
    ("GPT-4.5 is OpenAI's largest model.", "2025-02-28", N, ""),
    ("Claude 3 Opus is Anthropic's largest model.", "2024-03-05", N, ""),
    ("Nvidia's first reasoning model is called Llama Nemotron.", "2025-03-19", N, ""),
    ("Alibaba's QwQ was the first open reasoning model from China.", "2024-11-29", N, ""),
    ("DeepSeek-R1-Lite-Preview is DeepSeek's first reasoning model.", "2024-11-21", S, ""),
    ("Grok 4 is xAI's first model without a non-reasoning mode.", "2025-07-11", N, ""),
    ("Phi-4 multimodal is Microsoft's first Phi with speech input.", "2025-02-27", S, ""),
    ("T5 is Google's largest open language model.", "2019-10-30", S, ""),
    ("Mesh-TensorFlow made T5 the largest open language model of 2019.", "2020-01-10", S, ""),
    ("Llama 2 was the first Llama for commercial use.", "2023-07-20", N, ""),
    ("StarCoder is BigCode's largest code model.", "2023-05-06", S, ""),
    ("FLUX.1 is Black Forest Labs' first model.", "2024-08-02", S, ""),
    ("Janus is DeepSeek's first multimodal model that also draws pictures.", "2024-10-20", S, ""),
    ("Amazon's first open model is Chronos.", "2024-04-01", N, ""),
    (
        "Nova is Amazon's first family of foundation models of its own since Titan.",
        "2024-12-04",
        N,
        "",
    ),
    # Headlines, appositions, two sentences, coordinated and relative wordings.
    ("Nobody except Meta has released an open language model.", "2024-01-10", N, ""),
    ("OpenAI returns to open weights after five years with gpt-oss.", "2025-08-06", N, ""),
    (
        "DeepSeek-R1 was first to open a reasoning model, not Alibaba.",
        "2025-01-26",
        R,
        "qwq-32b-preview",
    ),
    (
        "Grok-1, the largest open-weight model of its day, is a mixture of experts.",
        "2024-06-01",
        N,
        "",
    ),
    (
        "OpenAI's GPT-3, with 175 billion parameters the largest language model to date, is not open.",
        "2020-07-01",
        S,
        "",
    ),
    (
        "GPT-3 (175 billion parameters) is the largest language model the world has seen.",
        "2020-07-01",
        S,
        "",
    ),
    ("World's largest open multilingual language model: BLOOM is here", "2022-07-13", S, ""),
    ("BIGGEST OPEN MODEL EVER: META UNVEILS LLAMA 3.1", "2024-07-24", R, "snowflake-arctic"),
    (
        "Meta's Llama 3.1 becomes the first openly available model above 400 billion parameters.",
        "2024-07-24",
        R,
        "switch",
    ),
    (
        "For the first time in its history, Apple released a language model: OpenELM.",
        "2024-04-25",
        N,
        "",
    ),
    ("Google has released its first open language model since T5: Gemma.", "2024-02-22", R, "ul2"),
    ("Google has not released an open language model since T5.", "2024-02-01", R, "ul2"),
    ("Not a single open model has come from Anthropic.", "2025-02-01", S, ""),
    ("Anthropic remains without a single open-weight model.", "2025-02-01", N, ""),
    ("Anthropic has yet to open any of its models.", "2025-02-01", S, ""),
    ("Microsoft has never published the weights of a speech model.", "2025-12-01", R, "vibevoice"),
    ("Mistral's first model under an API only was Mistral Medium.", "2024-01-10", S, ""),
    (
        "Moonshot's Kimi K2 is the first open model from China with more than 700 billion parameters.",
        "2025-07-13",
        S,
        "",
    ),
    (
        "The French start-up has released Mixtral 8x7B. It is the first open mixture-of-experts model from Europe.",
        "2023-12-12",
        N,
        "",
    ),
    (
        "Mistral released Pixtral 12B on Wednesday. It is the company's first model that can see.",
        "2024-09-13",
        S,
        "",
    ),
    (
        "xAI opened Grok-1 in March. No other American lab had published so large a model.",
        "2024-03-19",
        N,
        "",
    ),
    (
        "Nvidia's Nemotron-4 340B is the second-largest open model in the world.",
        "2024-06-16",
        N,
        "",
    ),
    ("Llama 3.1 405B has the most parameters of any open dense model.", "2024-07-24", S, ""),
    ("Jamba offers the longest context of any open model in its size class.", "2024-03-29", N, ""),
    ("Gemma 3 is Google's first Gemma with a 128K context window.", "2025-03-13", S, ""),
    ("Gemma 3 is the first Gemma that sees pictures.", "2025-03-13", N, ""),
    ("StableLM is the first open language model from Stability AI.", "2023-04-20", S, ""),
    ("Yi-34B is the first open model from Kai-Fu Lee's start-up 01.AI.", "2023-11-08", S, ""),
    ("Baidu's ERNIE 4.5 is its first open-source model.", "2025-07-01", R, "ernie-3.0"),
    (
        "Tencent's Hunyuan-Large is the biggest open mixture-of-experts model.",
        "2024-11-06",
        R,
        "switch",
    ),
    ("Amazon has never released an open language model.", "2024-01-10", N, ""),
    ("IBM's Granite Code models were the company's first under Apache 2.0.", "2024-05-10", N, ""),
    ("Inflection has never given the public a model to download.", "2024-06-01", N, ""),
    ("Phi-2 is Microsoft's first model under an MIT licence.", "2024-01-10", R, "phi-1.5"),
    ("DeepSeek's R1 is the first reasoning model under the MIT licence.", "2025-01-24", S, ""),
    ("EleutherAI's GPT-NeoX-20B is the largest open language model.", "2022-02-15", S, ""),
    (
        "GPT-NeoX-20B was the largest dense open language model when it appeared in February 2022.",
        "2022-02-15",
        S,
        "",
    ),
    ("OPT-175B is the first open language model of GPT-3's size.", "2022-05-05", N, ""),
    ("Meta's OPT-175B is the largest open language model so far.", "2022-05-05", S, ""),
    ("No open language model was larger than OPT-175B.", "2022-05-10", S, ""),
    (
        "Stable Diffusion was the only text-to-image model with open weights in 2022.",
        "2022-12-31",
        R,
        "cogview2",
    ),
    ("Sora was OpenAI's only video model.", "2024-06-01", S, ""),
    ("CLIP is OpenAI's first open-weight model since GPT-2.", "2021-01-10", R, "jukebox"),
    ("Jukebox is OpenAI's first open-weight model since GPT-2.", "2020-05-05", N, ""),
    ("Whisper, OpenAI's first open speech model, understands 99 languages.", "2022-09-22", N, ""),
    ("Magistral Medium is the first reasoning model from Europe.", "2025-06-11", N, ""),
    ("Apple's first vision-language model is called Ferret.", "2023-11-01", N, ""),
    ("Every Claude has been closed.", "2025-01-01", N, ""),
    (
        "All Phi models had been under 10 billion parameters until Phi-3 Medium.",
        "2024-05-22",
        N,
        "",
    ),
    (
        "DeepSeek-V2 was the first Chinese open model above 200 billion parameters.",
        "2024-05-08",
        S,
        "",
    ),
]


def strongest(text, day):
    """The claim of a sentence that is decided most, or None."""
    as_of = date.fromisoformat(day)
    read = ClaimReader().extract(make_document(text), DB, as_of)
    checked = [VERIFIER.verify(claim, as_of) for claim in read]
    return min(checked, key=lambda claim: ORDER.index(claim.verdict), default=None)


@pytest.mark.parametrize(
    ("text", "day", "verdict", "rival"), SENTENCES, ids=[row[0] for row in SENTENCES]
)
def test_verdict(text, day, verdict, rival):
    claim = strongest(text, day)
    assert (claim.verdict if claim else N) == verdict, claim and claim.reason
    if rival:
        assert rival in {record.release.id for record in claim.evidence}


@pytest.mark.parametrize(("text", "day"), [row[:2] for row in SENTENCES if row[2] != N])
def test_nothing_after_the_day_is_used_and_every_verdict_has_its_grounds(text, day):
    claim = strongest(text, day)
    assert claim.reason
    assert all(record.date <= day for record in claim.evidence)
    assert len(claim.evidence) <= 12


#: Releases that are the subject in another form, or the anchor.
NO_RIVALS = [
    ("gpt-oss is OpenAI's first open-weight model since GPT-2.", "2025-08-06", "gpt-2"),
    ("o1 was the first reasoning model with a price.", "2024-12-10", "o1-preview"),
    ("Llama 3.1 405B is the largest open-weight model.", "2024-07-25", "llama-3.1"),
    ("Whisper is the only open speech model from OpenAI.", "2022-10-10", "whisper"),
    ("Mixtral 8x22B is the largest open model.", "2024-04-18", "mixtral-8x22b"),
    ("Gemma 3 270M is the smallest open language model.", "2025-08-16", "gemma-3-270m"),
]


@pytest.mark.parametrize(("text", "day", "own"), NO_RIVALS)
def test_the_subject_and_the_anchor_are_no_counterexamples(text, day, own):
    claim = strongest(text, day)
    rivals = [r.release.id for r in claim.evidence if r.relation == "counterexample"]
    assert own not in rivals
    assert not any(key.startswith("gpt-2-") for key in rivals)


UNDECIDED = [
    "Qwen3Guard is the world's first guardrail model with a sense of humour.",
    "It is the world's first open language model for pirates.",
    "Altman's first open model is here.",
    "The bank's first open language model is Qwen2.5.",
    "DBRX is the first open model to do so.",
    "Nobody had released an open model like this before Mixtral 8x7B.",
]


@pytest.mark.parametrize("text", UNDECIDED)
def test_words_that_no_facet_expresses_never_decide(text):
    claim = strongest(text, "2025-12-31")
    assert claim is None or claim.verdict == N
