package dev.taskstore.bench.mybatis;

import java.util.UUID;

/** A name of a task's tag. */
public record TagOfTask(UUID taskId, String name) {}
