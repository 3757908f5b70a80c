package dev.taskstore.examples.kotlin

import dev.taskstore.NewTask
import dev.taskstore.NewUser
import dev.taskstore.PasswordHash
import dev.taskstore.TaskChanges
import dev.taskstore.TaskStatus
import dev.taskstore.TaskStore
import dev.taskstore.db.exception.StaleEntityException
import dev.taskstore.kotlin.inTransaction
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import kotlin.jvm.optionals.getOrNull
import kotlin.reflect.KType
import kotlin.reflect.typeOf

class KotlinTest {
    private val store = TaskStore.open("jdbc:sqlite::memory:")
    private val ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()))

    @AfterEach
    fun close() = store.close()

    @Test
    fun extensionFunctionsFormatTasks() {
        store.tasks().insert(NewTask.of(ada.id, "Ship 1.0"))
        store.tasks().insert(NewTask.of(ada.id, "Water the plants").description("Twice a week"))

        assertThat(store.report(ada)).containsExactly("Water the plants (Twice a week)", "Ship 1.0")
    }

    @Test
    fun nullnessIsPartOfTheTypes() {
        val task = store.tasks().insert(NewTask.of(ada.id, "Ship 1.0"))

        assertThat(typeOfValue(task.description)).isEqualTo(typeOf<String?>())
        assertThat(typeOfValue(task.title)).isEqualTo(typeOf<String>())
        assertThat(typeOfValue(task.dueAt)).isEqualTo(typeOf<java.time.Instant?>())
        assertThat(task.description).isNull()
    }

    @Test
    fun transactionsReturnWhatTheirBlocksReturn() {
        val task = store.tasks().insert(NewTask.of(ada.id, "Ship 1.0"))

        val done = store.inTransaction { tx -> tx.tasks().complete(task.id) }

        assertThat(done.status).isEqualTo(TaskStatus.COMPLETED)
        assertThatThrownBy { store.tasks().update(task.with().title("Too late").build()) }
            .isInstanceOf(StaleEntityException::class.java)
    }

    @Test
    fun transactionsMayReturnNull() {
        store.tasks().insert(NewTask.of(ada.id, "Ship 1.0"))

        assertThat(store.completeAll("Ship 1.0")?.status).isEqualTo(TaskStatus.COMPLETED)
        assertThat(store.completeAll("Ship 1.0")).isNull()
    }

    @Test
    fun absentValuesAreNullOrEmptyOptionals() {
        val task = store.tasks().insert(NewTask.of(ada.id, "Ship 1.0").description("soon"))

        val changed = store.tasks().update(task.id, TaskChanges.none().description(null))

        assertThat(changed.description).isNull()
        assertThat(store.users().findByUsername("ada").getOrNull()?.email).isEqualTo("ada@example.com")
        assertThat(store.users().findByUsername("bob").getOrNull()).isNull()
    }

    /** Returns the static type. For Java without nullness annotations, it is the platform type `String!`. */
    private inline fun <reified T> typeOfValue(@Suppress("UNUSED_PARAMETER") value: T): KType = typeOf<T>()
}
