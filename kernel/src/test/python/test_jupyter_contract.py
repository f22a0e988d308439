"""Jupyter's own contract for kernels (jupyter_kernel_test), complete: no part is left out."""

import jupyter_kernel_test


class JavaKernelContract(jupyter_kernel_test.KernelTests):
    kernel_name = "java-rsr"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world")'
    code_stderr = 'System.err.println("oops")'
    completion_samples = [
        {"text": "System.ou", "matches": ["out"]},
        {"text": '"😀".isBl', "matches": ["isBlank()"]},
    ]
    complete_code_samples = ["1 + 1", "int x = 1;", "void f() {\n}", "// only a comment", "%who"]
    incomplete_code_samples = ["int f() {", "if (true) {", "var x = foo(1,", "/* open"]
    invalid_code_samples = ["int 3x = ;", "class { }}", "x = = 3"]
    code_page_something = 'page("a long text")'
    code_generate_error = 'throw new IllegalStateException("no")'
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
    ]
    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {
            "code": "display(new java.awt.image.BufferedImage(2, 2, 1));",
            "mime": "image/png",
        },
    ]
    code_history_pattern = "1?+ 2"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput()"


class JavaKernelWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "java-rsr"
    support_iopub_welcome = True
