package dev.taskstore.transfer.report;

import org.jspecify.annotations.Nullable;

/**
 * The state of the changelog of a database. Immutable.
 *
 * @param changeSets the number of applied changesets
 * @param last the last one, as {@code file::id::author}; null if none is applied
 * @param tag the last tag; null if there is none
 */
public record ChangelogState(int changeSets, @Nullable String last, @Nullable String tag) {}
