/** From the start of a process to its first row: each program alone in a virtual machine. */
package dev.taskstore.bench.startup;
