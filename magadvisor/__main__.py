"""Run the program as `python -m magadvisor`."""

from magadvisor.cli.main import main

if __name__ == "__main__":
    main()
