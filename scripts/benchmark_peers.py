#!/usr/bin/env python3
"""Times what `lichen bench` times, done by Python peers on the same model folder and the same machine.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install "trl==0.25.1" "transformers<5" torch accelerate datasets
    /tmp/peers/bin/python scripts/benchmark_peers.py --model models/smollm2 --json peers.json

Run it right before or after `lichen bench --model models/smollm2 --json` while nothing else runs: only the ratios mean
anything, and only within one sitting. Workloads: a fine-tuning step of 8 x 256 tokens with AdamW; decoding of 1, 8 and 32
sequences, 64 + 64 tokens; log-probabilities of 8 x 256 tokens; one PPO iteration of 16 prompts (36 to 96 tokens, 64 new
ones, 4 epochs, separate critic, reference and reward model). All float32, which is the peers' default.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time


def repeat(work, times):
    """Returns the median seconds of some runs after one that does not count."""
    work()
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return sorted(seconds)[len(seconds) // 2]


def peak_gigabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def fine_tuning(folder, times):
    import torch
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)
    ids = torch.randint(0, model.config.vocab_size, (8, 256))

    def step():
        loss = model(input_ids=ids, labels=ids).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()

    return {"sft_tokens_per_second": ids.numel() / repeat(step, times), "sft_peak_gigabytes": peak_gigabytes()}


def decoding(folder, times):
    import torch
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    result = {}
    for sequences in (1, 8, 32):
        ids = torch.randint(0, model.config.vocab_size, (sequences, 64))

        def generate():
            with torch.no_grad():
                model.generate(ids, attention_mask=torch.ones_like(ids), do_sample=True, top_k=0, temperature=1.0,
                               min_new_tokens=64, max_new_tokens=64, pad_token_id=0)

        result[f"decode_{sequences}_tokens_per_second"] = sequences * 64 / repeat(generate, times)
    return result


def scoring(folder, times):
    import torch
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    ids = torch.randint(0, model.config.vocab_size, (8, 256))

    def score():
        with torch.no_grad():
            logits = model(ids).logits[:, :-1]
            torch.gather(torch.log_softmax(logits, -1), 2, ids[:, 1:, None])

    return {"score_tokens_per_second": ids.numel() / repeat(score, times)}


def ppo(folder, times, at_once):
    import datasets
    import torch
    from transformers import AutoModelForCausalLM, AutoModelForSequenceClassification, AutoTokenizer
    from trl import PPOConfig, PPOTrainer

    tokenizer = AutoTokenizer.from_pretrained(folder, padding_side="left")
    policy = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    reference = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    scorers = [AutoModelForSequenceClassification.from_pretrained(folder, num_labels=1, dtype=torch.float32)
               for _ in range(2)]
    tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
    torch.manual_seed(0)
    prompts = [torch.randint(100, 40000, (36 + 4 * i,)).tolist() for i in range(16)]
    iterations = times + 1
    data = datasets.Dataset.from_dict({"input_ids": prompts * iterations})
    moments = []

    with tempfile.TemporaryDirectory() as output:
        config = PPOConfig(output_dir=output, per_device_train_batch_size=at_once,
                           gradient_accumulation_steps=16 // at_once,
                           num_mini_batches=1, num_ppo_epochs=4, total_episodes=16 * iterations, response_length=64,
                           local_rollout_forward_batch_size=16, temperature=1.0, missing_eos_penalty=None,
                           num_sample_generations=0, report_to=[], save_strategy="no", logging_strategy="no",
                           use_cpu=True, bf16=False, gradient_checkpointing=False)
        trainer = PPOTrainer(args=config, processing_class=tokenizer, model=policy, ref_model=reference,
                             reward_model=scorers[0], value_model=scorers[1], train_dataset=data, eval_dataset=data)
        step = trainer.lr_scheduler.step
        trainer.lr_scheduler.step = lambda *a: (moments.append(time.perf_counter()), step(*a))[1]
        trainer.train()
    seconds = sorted(b - a for a, b in zip(moments, moments[1:]))
    return {"ppo_iteration_seconds": seconds[len(seconds) // 2], "ppo_peak_gigabytes": peak_gigabytes()}


PARTS = {"fine-tuning": fine_tuning, "decoding": decoding, "scoring": scoring, "ppo": ppo}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True, help="folder in Hugging Face layout")
    parser.add_argument("--times", type=int, default=3, help="counted runs a figure")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--ppo-at-once", type=int, choices=(1, 2, 4, 8, 16), default=16,
                        help="responses that go through TRL's models together; fewer need less memory")
    parser.add_argument("--only", choices=PARTS, help="one part, in this process")
    parser.add_argument("--json", help="file for the figures")
    options = parser.parse_args()
    if options.only:
        import torch

        torch.set_num_threads(options.threads)
        more = [options.ppo_at_once] if options.only == "ppo" else []
        print(json.dumps(PARTS[options.only](options.model, options.times, *more)))
        return
    figures = {}
    for part in PARTS:  # a process each, so that each peak of memory is its own
        command = [sys.executable, __file__, "--model", options.model, "--times", str(options.times),
                   "--threads", str(options.threads), "--ppo-at-once", str(options.ppo_at_once), "--only", part]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        figures.update(json.loads(output.strip().splitlines()[-1]))
    text = json.dumps(figures, indent=2)
    print(text)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            file.write(text + "\n")


if __name__ == "__main__":
    main()
