package dev.taskstore.differential;

import dev.taskstore.differential.model.ModelPage;
import dev.taskstore.differential.model.ModelStore;

/**
 * The state of a program on the model.
 *
 * @param store the model
 * @param bookmarks the page requests for reuse
 */
record ModelSide(ModelStore store, Bookmarks<ModelPage.Request> bookmarks) {}
