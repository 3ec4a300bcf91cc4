/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package dev.preloadhints.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares several ways to do the same in one JVM, turn by turn, so that whatever else
 * the machine does hits all of them alike. Nobody is always the first, or always after
 * the same one.
 */
public final class Comparison {

	private final ResourceMeter meter;

	private final int rounds;

	private final long turnNanos;

	/**
	 * Create a comparison.
	 * @param meter what is measured
	 * @param rounds number of turns that each has
	 * @param turnMillis length of a turn, in milliseconds
	 */
	public Comparison(ResourceMeter meter, int rounds, long turnMillis) {
		this.meter = meter;
		this.rounds = rounds;
		this.turnNanos = turnMillis * 1_000_000;
	}

	/**
	 * Let all of them take turns.
	 * @param variants what is compared
	 * @return what each used, in the same order
	 */
	public List<Series> run(List<Runnable> variants) {
		int size = variants.size();
		int[] runs = new int[size];
		List<Usage[]> turns = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			runs[i] = runsPerTurn(variants.get(i));
			turns.add(new Usage[this.rounds]);
		}
		for (int round = 0; round < this.rounds; round++) {
			for (int i = 0; i < size; i++) {
				int variant = (round % 2 == 0) ? (round / 2 + i) % size : (round / 2 + size - i) % size;
				turns.get(variant)[round] = turn(variants.get(variant), runs[variant]);
			}
		}
		return turns.stream().map(Series::new).toList();
	}

	/**
	 * Let all of them take turns that nobody measures. They are as long as the others by
	 * the clock: were their runs counted, they would be over early, as the first are
	 * slow.
	 * @param variants what is to be compared
	 * @param turns number of turns that each has
	 */
	public void warmUp(List<Runnable> variants, int turns) {
		for (int turn = 0; turn < turns; turn++) {
			variants.forEach(this::runsPerTurn);
		}
	}

	private int runsPerTurn(Runnable variant) {
		long start = System.nanoTime();
		int runs = 0;
		do {
			variant.run();
			runs++;
		}
		while (System.nanoTime() - start < this.turnNanos);
		return runs;
	}

	private Usage turn(Runnable variant, int runs) {
		Usage before = this.meter.read();
		for (int i = 0; i < runs; i++) {
			variant.run();
		}
		return this.meter.read().since(before).dividedBy(runs);
	}

	/**
	 * What one variant used, turn by turn.
	 *
	 * @param turns use per run, one for each round
	 */
	public record Series(Usage[] turns) {

		/**
		 * The median over all rounds.
		 * @param value the value of a turn
		 * @return the median
		 */
		public double median(ToDoubleFunction<Usage> value) {
			return medianOf(Arrays.stream(this.turns).mapToDouble(value).toArray());
		}

		/**
		 * The median of the ratios to another series in the same round.
		 * @param value the value of a turn
		 * @param other the series to compare with
		 * @return the median of the ratios
		 */
		public double medianRatio(ToDoubleFunction<Usage> value, Series other) {
			double[] ratios = new double[this.turns.length];
			for (int i = 0; i < ratios.length; i++) {
				ratios[i] = value.applyAsDouble(this.turns[i]) / value.applyAsDouble(other.turns[i]);
			}
			return medianOf(ratios);
		}

		/**
		 * The median of the differences to another series in the same round.
		 * @param value the value of a turn
		 * @param other the series to compare with
		 * @return the median of the differences
		 */
		public double medianDifference(ToDoubleFunction<Usage> value, Series other) {
			double[] differences = new double[this.turns.length];
			for (int i = 0; i < differences.length; i++) {
				differences[i] = value.applyAsDouble(this.turns[i]) - value.applyAsDouble(other.turns[i]);
			}
			return medianOf(differences);
		}

		private static double medianOf(double[] values) {
			double[] sorted = values.clone();
			Arrays.sort(sorted);
			int middle = sorted.length / 2;
			return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		}

	}

}
