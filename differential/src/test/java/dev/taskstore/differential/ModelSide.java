package dev.taskstore.differential;

import dev.taskstore.differential.model.ModelPage;
import dev.taskstore.differential.model.ModelStore;

/**
 * What a program keeps between its calls on the model.
 *
 * @param store the model
 * @param bookmarks pages that were seen
 */
record ModelSide(ModelStore store, Bookmarks<ModelPage.Request> bookmarks) {}
