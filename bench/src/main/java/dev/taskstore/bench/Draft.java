package dev.taskstore.bench;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.util.UUID;

/** A task that is to be inserted; its key and times are made by who inserts it. */
public record Draft(
    UUID userId,
    String title,
    String description,
    TaskPriority priority,
    TaskStatus status,
    Instant dueAt) {}
