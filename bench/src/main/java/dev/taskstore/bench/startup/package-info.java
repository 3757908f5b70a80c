/** What a process needs until its first row: each program alone in a virtual machine. */
package dev.taskstore.bench.startup;
