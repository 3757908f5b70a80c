package dev.taskstore.examples.kotlin

import dev.taskstore.NewTask
import dev.taskstore.NewUser
import dev.taskstore.PasswordHash
import dev.taskstore.Task
import dev.taskstore.TaskPriority
import dev.taskstore.TaskStore
import dev.taskstore.User
import dev.taskstore.db.PageRequest

/** One line about a task. Its description is a `String?`: without the `?.` this does not compile. */
fun Task.line(): String = title + description?.let { " ($it)" }.orEmpty()

/** The tasks of a user, newest first, a line each. */
fun TaskStore.report(user: User): List<String> = tasks().findByUser(user.id, PageRequest.first(50)).items.map { it.line() }

fun main() {
    TaskStore.open("jdbc:sqlite::memory:").use { store ->
        val ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()))
        store.tasks().insert(NewTask.of(ada.id, "Ship 1.0").priority(TaskPriority.HIGH))
        store.tasks().insert(NewTask.of(ada.id, "Water the plants").description("Twice a week"))
        store.report(ada).forEach(::println)
    }
}
