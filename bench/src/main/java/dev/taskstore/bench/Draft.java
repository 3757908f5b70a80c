package dev.taskstore.bench;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.util.UUID;

/** A task to insert. The library generates its key and times. */
public record Draft(
    UUID userId,
    String title,
    String description,
    TaskPriority priority,
    TaskStatus status,
    Instant dueAt) {}
