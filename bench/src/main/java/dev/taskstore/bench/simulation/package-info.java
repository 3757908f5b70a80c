/**
 * Simulates users, web processes and databases at sizes that cannot be measured here, with measured
 * costs. The program is {@link dev.taskstore.bench.simulation.ScalingSimulation}.
 */
package dev.taskstore.bench.simulation;
